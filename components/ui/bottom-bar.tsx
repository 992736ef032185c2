'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

export interface BottomBarItem {
  href: string
  label: string
  icon: ReactNode
  active: boolean
  /** Changes the view on the client instead of navigating; opening in a new tab still follows `href`. */
  onSelect?: () => void
}

/**
 * The menus, always there: at the foot under the thumb, from 64rem a rail at the left.
 * It lies over the page, so its neighbour leaves room with `pb-bar lg:pb-0 lg:pl-rail`.
 */
export function BottomBar({ items }: { items: readonly BottomBarItem[] }) {
  return (
    <nav
      aria-label="Menü"
      className="fixed inset-x-0 bottom-0 z-20 h-bar border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:inset-y-0 lg:right-auto lg:h-auto lg:w-rail lg:border-t-0 lg:border-r lg:p-3"
    >
      <ul className="flex h-full lg:flex-col lg:gap-1">
        {items.map(item => (
          <li key={item.href} className="flex min-w-0 flex-1 lg:flex-none">
            <Link
              href={item.href}
              aria-current={item.active ? 'page' : undefined}
              prefetch={item.onSelect ? false : undefined}
              onNavigate={event => {
                if (!item.onSelect) return
                event.preventDefault()
                item.onSelect()
              }}
              className="group flex min-h-target min-w-0 flex-1 flex-col items-center justify-center text-[min(0.9375rem,6.4vw)]/tight text-ink-soft aria-[current=page]:font-semibold aria-[current=page]:text-do lg:flex-row lg:justify-start lg:gap-3 lg:rounded-control lg:px-3 lg:text-body lg:aria-[current=page]:bg-do-soft"
            >
              {/* The mark behind the icon tells the open menu without its colour. */}
              <span className="rounded-full px-4 py-1 group-aria-[current=page]:bg-do-soft lg:p-0 lg:group-aria-[current=page]:bg-transparent">
                {item.icon}
              </span>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
