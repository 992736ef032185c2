'use client'

import { useId } from 'react'
import { PendingDot } from './pending-dot'

interface SwitchProps {
  label: string
  /** One short line under the label: what it does. */
  hint?: string
  checked: boolean
  onChange: (on: boolean) => void
  pending?: boolean
}

/** On or off at once, with no button to save; the knob's place tells which without its colour. The whole line is the target. */
export function Switch({ label, hint, checked, onChange, pending }: SwitchProps) {
  const hintId = useId()
  return (
    <label className="flex min-h-target items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          {label}
          {pending && <PendingDot />}
        </span>
        {hint && (
          <span id={hintId} className="block text-small text-ink-soft">
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-describedby={hint && hintId}
        aria-checked={checked}
        checked={checked}
        onChange={event => onChange(event.target.checked)}
        className="relative h-8 w-14 shrink-0 appearance-none rounded-full border border-edge bg-card before:absolute before:top-1 before:left-1 before:size-5.5 before:rounded-full before:bg-edge before:transition-transform checked:border-do checked:bg-do checked:before:translate-x-6 checked:before:bg-do-ink"
      />
    </label>
  )
}
