import type { ReactNode } from 'react'
import { Wordmark } from '@/components/ui/wordmark'

/** A page for somebody who keeps a shop's books and has no account: whose they are on top, as on the shop's other public pages. */
export const BooksPage = ({
  shop,
  children,
}: {
  shop?: { name: string; address: string | null }
  children: ReactNode
}) => (
  <div className="mx-auto flex min-h-dvh max-w-lg flex-col px-gutter pb-[max(2rem,env(safe-area-inset-bottom))]">
    <header className="-mx-gutter flex min-h-target flex-wrap items-center gap-x-3 border-line border-b px-gutter">
      {shop ? (
        <p className="min-w-0 flex-1 py-2">
          <span className="font-semibold">{shop.name}</span>
          {shop.address && <span className="block text-small text-ink-soft">{shop.address}</span>}
        </p>
      ) : (
        <Wordmark />
      )}
    </header>
    <main className="flex flex-1 flex-col gap-6 pt-5">{children}</main>
  </div>
)
