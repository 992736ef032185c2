'use client'

import { DoneIcon } from '@/components/ui/icons'

interface ChoiceListProps<T> {
  choices: readonly { value: T; label: string }[]
  value: T | undefined
  onChoose: (value: T) => void
}

/** One of several sentences, taken by a tap and with no button to save. */
export function ChoiceList<T extends string | number | boolean | null>({
  choices,
  value,
  onChoose,
}: ChoiceListProps<T>) {
  return (
    <ul className="-mx-gutter">
      {choices.map(choice => (
        <li key={String(choice.value)}>
          <button
            type="button"
            aria-pressed={choice.value === value}
            onClick={() => onChoose(choice.value)}
            className="flex min-h-14 w-full items-center gap-3 border-line border-b px-gutter py-2 text-left active:bg-do-soft aria-pressed:font-semibold"
          >
            <span className="min-w-0 flex-1">{choice.label}</span>
            {choice.value === value && <DoneIcon className="shrink-0 text-do" />}
          </button>
        </li>
      ))}
    </ul>
  )
}
