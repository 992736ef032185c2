import type { ReactNode } from 'react'

/** Where a list will be: one sentence that says what comes here, and the one button that begins it. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-5 px-2 py-12 text-center text-ink-soft">
      <p className="max-w-[26ch]">{text}</p>
      {action}
    </div>
  )
}
