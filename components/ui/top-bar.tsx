'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { BackIcon } from './icons'

interface TopBarProps {
  title: string
  /** Where "Geri" goes: a path, or what to do (close a view that has no address). */
  back?: string | (() => void)
  /** At most two; more belong in a sheet. */
  actions?: ReactNode
}

const backClass = 'flex min-h-target shrink-0 items-center gap-1.5 rounded-control pr-2 text-do'

const BackLabel = () => (
  <>
    <BackIcon className="size-5" />
    Geri
  </>
)

export function TopBar({ title, back, actions }: TopBarProps) {
  return (
    <header className="sticky top-0 z-10 flex flex-wrap items-center gap-x-2 border-line border-b bg-paper px-gutter py-1 pt-[max(0.25rem,env(safe-area-inset-top))]">
      {typeof back === 'string' && (
        <Link href={back} className={backClass}>
          <BackLabel />
        </Link>
      )}
      {typeof back === 'function' && (
        <button type="button" onClick={back} className={backClass}>
          <BackLabel />
        </button>
      )}
      <h1 className="flex min-h-target min-w-0 flex-1 basis-28 items-center text-name font-semibold">{title}</h1>
      {actions && <div className="-mr-3 flex shrink-0 items-center">{actions}</div>}
    </header>
  )
}
