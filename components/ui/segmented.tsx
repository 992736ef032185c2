'use client'

import { useId } from 'react'

export interface Choice<T extends string> {
  value: T
  label: string
}

interface SegmentedProps<T extends string> {
  /** Spoken by screen readers; the choices show themselves. */
  label: string
  choices: readonly Choice<T>[]
  /** Controlled with `value` and `onChange`; in a form that is posted, `name` and `defaultValue` are enough. */
  value?: T
  defaultValue?: T
  onChange?: (value: T) => void
  name?: string
  describedBy?: string
}

/** One of a few, all in view: real radio buttons, so arrow keys and posting with no script work by themselves. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const ownName = useId()
  const { label, choices, value, defaultValue, onChange, name = ownName, describedBy } = props
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className="flex flex-wrap gap-2">
      {choices.map(choice => (
        <label
          key={choice.value}
          className="relative flex min-h-target flex-1 items-center justify-center rounded-control border border-edge bg-card px-3 py-2 text-center has-checked:border-do has-checked:bg-do-soft has-checked:font-semibold has-checked:inset-ring has-checked:inset-ring-do has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-do"
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={choice.value}
            checked={value === undefined ? undefined : value === choice.value}
            defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
            onChange={() => onChange?.(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}
