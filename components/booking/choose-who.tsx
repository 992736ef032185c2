import { duration } from '@/components/appointments/words'
import { whoServes } from '@/lib/appointments/offers/who-serves'
import { ANYBODY, type Asked, askedPath } from '@/lib/booking/asked'
import type { ShopBook } from '@/lib/booking/shop-book'
import type { Id } from '@/lib/kernel/id'
import { PlainOnIcon } from './plain-icons'
import { priceWords } from './words'

interface ChooseWhoProps {
  book: ShopBook
  slug: string
  asked: Asked
  chairs: ShopBook['staff']
  anybody: boolean
}

/** By whom; what it costs with each is said only where it is not the same with all. */
export function ChooseWho({ book, slug, asked, chairs, anybody }: ChooseWhoProps) {
  const terms = new Map(chairs.map(({ id }) => [id, termsOf(book, asked.serviceIds, id)]))
  const differ = new Set(terms.values()).size > 1
  return (
    <ul className="-mx-gutter border-line border-t">
      {anybody && <Choice href={askedPath(slug, { ...asked, who: ANYBODY })} name="Fark etmez" detail="Kim boşsa" />}
      {chairs.map(({ id, name }) => (
        <Choice
          key={id}
          href={askedPath(slug, { ...asked, who: id })}
          name={name}
          detail={differ ? terms.get(id) : undefined}
        />
      ))}
    </ul>
  )
}

const Choice = ({ href, name, detail }: { href: string; name: string; detail?: string }) => (
  <li className="border-line border-b">
    <a href={href} className="flex min-h-16 items-center gap-3 px-gutter py-2 active:bg-do-soft">
      <span className="min-w-0 flex-1">
        <span className="block text-name">{name}</span>
        {detail && <span className="block text-ink-soft">{detail}</span>}
      </span>
      <span className="-mr-1.5 text-ink-soft">
        <PlainOnIcon />
      </span>
    </a>
  </li>
)

/** `45 dk · ₺500`: all of it with that chair. */
function termsOf(book: ShopBook, serviceIds: readonly Id[], chair: Id): string {
  const parts = serviceIds.flatMap(serviceId => whoServes({ ...book, chairs: [chair] }, { serviceId, staffId: chair }))
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return [duration(sum(parts.map(({ minutes }) => minutes))), priceWords(sum(parts.map(({ price }) => price)))]
    .filter(Boolean)
    .join(' · ')
}
