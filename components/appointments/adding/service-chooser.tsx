'use client'

import { ShopLink } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { ListRow } from '@/components/ui/list-row'
import type { Service } from '@/lib/appointments/appointment'
import { asBook, type ShopBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { availableSlots, type OfferedPart } from '@/lib/appointments/offers/available-slots'
import { type WishedPart, whoServes } from '@/lib/appointments/offers/who-serves'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { dayOf, formatTime, type Instant, toInstant } from '@/lib/kernel/zone'
import { duration } from '../words'
import { planAt } from './plan-at'

interface ServiceChooserProps {
  gap?: Slot
  /** By whom, as far as that is known. */
  staffId: Id | null
  /** With where it stands when the time is known and the service fits there. */
  onPick: (part: WishedPart, words: string, offered?: OfferedPart[]) => void
  /** Several services, or one that repeats. */
  onMore: () => void
}

/** What? One tap. */
export function ServiceChooser({ gap, staffId, onPick, onMore }: ServiceChooserProps) {
  const { shop } = useShop()
  const now = toInstant(new Date())
  const day = dayOf(gap?.startsAt ?? now, shop.zone)
  const read = useLive(db => shopBook(db, day, 1, shop.zone), [day, shop.zone])
  if (!read) return null
  const services = read.services.filter(service => !service.archivedAt)
  if (services.length === 0) {
    return (
      <p>
        Önce bir hizmet ekleyin:{' '}
        <ShopLink href="/ayarlar/hizmetler" className="text-do underline">
          Ayarlar › Hizmetler
        </ShopLink>
      </p>
    )
  }
  const rows = services.map(service => rowOf(read, service, { gap, staffId, now }))
  return (
    <>
      <ul className="-mx-gutter">
        {/* Who sits there does these; the others come after, for another chair. */}
        {[...rows]
          .sort((a, b) => Number(b.able) - Number(a.able))
          .map(({ service, minutes, price, part, offered, remark }) => (
            <li key={service.id}>
              <ListRow
                title={service.name}
                detail={[duration(minutes), remark].filter(Boolean).join(' · ')}
                value={formatMoney(price)}
                onSelect={() => onPick(part, `${service.name} · ${duration(minutes)}`, offered)}
              />
            </li>
          ))}
      </ul>
      <span className="-ml-gutter">
        <Button variant="quiet" onClick={onMore}>
          Birkaç hizmet ya da tekrar
        </Button>
      </span>
    </>
  )
}

interface Asked {
  gap?: Slot
  staffId: Id | null
  now: Instant
}

interface Row {
  service: Service
  part: WishedPart
  /** Who sits there does it. */
  able: boolean
  minutes: number
  price: Kurus
  offered?: OfferedPart[]
  remark?: string | false
}

/** How long it takes and costs there, and what is to be said about it. */
function rowOf(read: ShopBook, service: Service, { gap, staffId, now }: Asked): Row {
  const book = asBook(read, now)
  const asked = gap?.staffId ?? staffId
  const [own] = whoServes(book, { serviceId: service.id, staffId: asked })
  const part = { serviceId: service.id, staffId: own ? asked : null }
  const { minutes, price } = own ?? service
  const row = { service, part, able: own !== undefined, minutes, price }
  if (!own) {
    const name = read.staff.find(chair => chair.id === asked)?.name
    return { ...row, remark: name ? `${name} yapmıyor` : 'bunu yapan yok' }
  }
  if (!gap) return row
  const day = dayOf(gap.startsAt, read.zone)
  const { stepMinutes, appointments } = read
  const offers = availableSlots(book, { parts: [part], from: day, to: day, stepMinutes, limits: null })
  const offer = offers.find(one => gap.startsAt <= one.startsAt && one.startsAt < gap.endsAt)
  if (offer) {
    const later = offer.startsAt > gap.startsAt
    return { ...row, offered: offer.parts, remark: later && `${formatTime(offer.startsAt, read.zone)} başlar` }
  }
  const plan = planAt({ book, appointments }, [part], gap.startsAt)
  return plan.ok
    ? { ...row, offered: plan.value.parts, remark: 'çalışma saatini aşar' }
    : { ...row, remark: 'bu boşluğa sığmıyor' }
}
