import type { ReactNode } from 'react'
import type { PublicShop } from '@/lib/booking/shop-book'
import { formatPhone } from '@/lib/kernel/phone-format'
import { PlainLink } from './plain-button'
import { PlainBackIcon, PlainCallIcon, PlainPlaceIcon, PlainWarningIcon } from './plain-icons'
import { unbroken } from './words'

interface FrameProps {
  shop: PublicShop
  /** Where "Geri" goes; none on the first page of all. */
  back?: string
  title: string
  children: ReactNode
}

/** A page of a shop for its customers: whose it is on top, then the one question or answer. */
export function PageFrame({ shop, back, title, children }: FrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col px-gutter pb-[max(2rem,env(safe-area-inset-bottom))]">
      <header className="-mx-gutter flex min-h-target flex-wrap items-center gap-x-3 border-line border-b px-gutter">
        {back && (
          <a href={back} className="-ml-2 flex min-h-target items-center pr-2 text-do">
            <PlainBackIcon />
            Geri
          </a>
        )}
        <p className="min-w-0 flex-1 py-2 text-right first:text-left">
          <span className="font-semibold">{shop.name}</span>
          {shop.address && <span className="block text-small text-ink-soft">{shop.address}</span>}
        </p>
      </header>
      <main className="flex flex-1 flex-col gap-5 pt-5">
        <h1 className="text-[min(1.75rem,12vw)]/tight font-bold tracking-tight text-balance">{title}</h1>
        {children}
      </main>
    </div>
  )
}

/** Something that has to be said before anything else. */
export const Say = ({ tone = 'look', children }: { tone?: 'look' | 'plain'; children: ReactNode }) => (
  <div
    role={tone === 'look' ? 'alert' : 'status'}
    className={`flex gap-2.5 rounded-control border px-gutter py-3 ${tone === 'look' ? 'border-look bg-look-soft' : 'border-do bg-do-soft'}`}
  >
    {tone === 'look' && (
      <span className="text-look">
        <PlainWarningIcon />
      </span>
    )}
    <div className="flex min-w-0 flex-1 flex-col gap-1">{children}</div>
  </div>
)

/** The two ways to the shop that need no page. */
export function WaysToShop({ shop }: { shop: PublicShop }) {
  if (!shop.phone && !shop.address) return null
  return (
    <div className="flex flex-wrap gap-2 *:flex-auto lg:*:flex-none">
      {shop.phone && (
        <PlainLink href={`tel:${shop.phone}`} icon={<PlainCallIcon />}>
          {formatPhone(shop.phone)}
        </PlainLink>
      )}
      {shop.address && (
        <PlainLink href={mapOf(shop)} rel="noreferrer" icon={<PlainPlaceIcon />}>
          Yol tarifi
        </PlainLink>
      )}
    </div>
  )
}

/** Where phones open their map. */
const mapOf = ({ name, address }: PublicShop) =>
  `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: `${name}, ${address}` })}`

/** What is said when the customer has to call, whatever the reason: `dükkânı arayın: 0216 …`. */
export const callTheShop = ({ phone }: PublicShop) =>
  `Şu an internetten randevu alınamıyor, dükkânı arayın${phone ? `: ${unbroken(formatPhone(phone))}` : ''}.`
