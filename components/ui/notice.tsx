import type { ReactNode } from 'react'
import { WarningIcon } from './icons'

interface NoticeProps {
  /** `look`: something waits for a decision. `plain`: good to know. */
  tone?: 'plain' | 'look'
  title: string
  children?: ReactNode
  /** Buttons, the most likely one first. */
  actions?: ReactNode
}

/** A card that is there only while there is something to say. */
export function Notice({ tone = 'plain', title, children, actions }: NoticeProps) {
  const colours = tone === 'look' ? 'border-look bg-look-soft' : 'border-line bg-card'
  return (
    <section aria-label={title} className={`flex flex-col gap-3 rounded-control border px-gutter py-4 ${colours}`}>
      <div className="flex gap-2.5">
        {tone === 'look' && <WarningIcon className="mt-px size-6 shrink-0 text-look" />}
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <p className="font-semibold">{title}</p>
          {children}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </section>
  )
}
