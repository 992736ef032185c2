'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import { IconButton } from '@/components/ui/button'
import { CloseIcon } from '@/components/ui/icons'
import { customersActs } from '@/lib/appointments/browser/customers-acts'
import { NEWS_DAYS } from '@/lib/appointments/browser/reasons-to-look'
import { shopBook } from '@/lib/appointments/browser/shop-book'
import type { Id } from '@/lib/kernel/id'
import { addMinutes, dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { itemsOf } from '../day/use-agenda'
import { timeWords } from '../words'
import { type News, newsOf } from './news'
import { usePutAside } from './use-put-aside'

/** Before the rest waits behind these. */
const SHOWN = 3

const words: Record<News['kind'], string> = {
  booked: 'randevu aldı',
  accepted: 'teklifi kabul etti',
  declined: 'teklifi istemedi',
  moved: 'randevusunu taşıdı',
  cancelled: 'iptal etti',
  'will-come': 'geleceğini onayladı',
}

interface NewsLinesProps {
  now: Instant
  onOpen: (id: Id) => void
}

/** What customers did by themselves with what lies ahead; each line goes when it has been read. */
export function NewsLines({ now, onOpen }: NewsLinesProps) {
  const { shop } = useShop()
  const { isAside, putAside } = usePutAside('news')
  const today = dayOf(now, shop.zone)
  const read = useLive(
    async db => {
      const since = instantAt(today, 0, shop.zone)
      const { appointments, eventsOf } = await customersActs(db, addMinutes(since, -NEWS_DAYS * 24 * 60))
      const news = newsOf(appointments, eventsOf, since)
      const book = await shopBook(db, today, 0, shop.zone)
      return {
        news,
        items: await itemsOf(
          db,
          book,
          news.map(({ appointment }) => appointment),
        ),
      }
    },
    [today, shop.zone],
  )
  const shown = read?.news.filter(({ key }) => !isAside(key)).slice(0, SHOWN) ?? []
  if (!read || shown.length === 0) return null
  const time = (startsAt: Instant) => timeWords({ startsAt }, today, shop.zone)
  return (
    <ul aria-label="Müşterilerden haberler" className="flex flex-col">
      {shown.map(({ key, kind, from, appointment }) => (
        <li key={key} className="flex items-center border-line border-b last:border-b-0">
          <button
            type="button"
            onClick={() => onOpen(appointment.id)}
            className="min-h-target min-w-0 flex-1 py-1 text-left"
          >
            <span className="font-semibold">{read.items.get(appointment.id)?.name}</span> {words[kind]}:{' '}
            {from && from !== appointment.startsAt && `${time(from)} → `}
            {time(appointment.startsAt)}
          </button>
          <IconButton icon={<CloseIcon className="size-5" />} label="Okudum" onClick={() => putAside([key])} />
        </li>
      ))}
    </ul>
  )
}
