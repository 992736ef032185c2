'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { PendingDot } from './pending-dot'

interface ListRowProps {
  /** A name, at most two lines of it. */
  title: string
  detail?: ReactNode
  /** Before the title: a time, an icon. */
  lead?: ReactNode
  /** At the right, in the size of the title: money, a time. */
  value?: ReactNode
  valueDetail?: ReactNode
  pending?: boolean
  /** Either makes the whole row one target; with neither it is only read. */
  href?: string
  /** With `href`: changes the view on the client instead of navigating; opening in a new tab still follows `href`. */
  onSelect?: () => void
}

const rowClass =
  'flex min-h-16 w-full flex-wrap items-center gap-x-3 border-line border-b px-gutter py-2 text-left [:where(a,button)&]:active:bg-do-soft'

/** A ruled line of the notebook. The caller gives the `<li>`, since a virtual list has to place it. */
export function ListRow({ title, detail, lead, value, valueDetail, pending, href, onSelect }: ListRowProps) {
  const content = (
    <>
      {lead && <span className="shrink-0 text-name font-semibold">{lead}</span>}
      <span className="min-w-0 flex-1 basis-28">
        <span className="flex items-center gap-2">
          <span className="line-clamp-2 text-name">{title}</span>
          {pending && <PendingDot />}
        </span>
        {detail && <span className="block text-ink-soft">{detail}</span>}
      </span>
      {(value || valueDetail) && (
        <span className="ml-auto text-right">
          <span className="block whitespace-nowrap text-[min(1.375rem,7vw)]/tight">{value}</span>
          {valueDetail && <span className="block text-small text-ink-soft">{valueDetail}</span>}
        </span>
      )}
    </>
  )
  if (href) {
    return (
      <Link
        href={href}
        className={rowClass}
        prefetch={onSelect ? false : undefined}
        onNavigate={event => {
          if (!onSelect) return
          event.preventDefault()
          onSelect()
        }}
      >
        {content}
      </Link>
    )
  }
  if (onSelect) {
    return (
      <button type="button" onClick={onSelect} className={rowClass}>
        {content}
      </button>
    )
  }
  return <div className={rowClass}>{content}</div>
}
