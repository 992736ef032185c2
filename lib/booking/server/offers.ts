import 'server-only'
import { availableSlots, type Offer } from '@/lib/appointments/offers/available-slots'
import type { WishedPart } from '@/lib/appointments/offers/who-serves'
import type { Busy } from '@/lib/appointments/time/book'
import { serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { bookAt, type ShopBook } from '../shop-book'

/** What a customer looks for a time for. */
export interface Search {
  parts: readonly WishedPart[]
  now: Instant
  /** Appointments that are his own, and in his way nowhere. */
  own: readonly Id[]
}

/** When the shop's chairs are busy on those days, both included. Throws DbError. */
export async function busyTimes(book: ShopBook, from: Day, to: Day, own: readonly Id[]): Promise<Busy[]> {
  const { id, zone } = book.shop
  const busy = await serviceRpc<{ staffId: Id; from: string; until: string }[]>('busy_times', {
    p_tenant: id,
    p_from: instantAt(from, 0, zone),
    p_until: instantAt(addDays(to, 1), 0, zone),
    p_except: own,
  })
  return busy.map(({ staffId, from, until }) => ({ staffId, start: Date.parse(from), end: Date.parse(until) }))
}

/** What a customer is offered on those days when that much is busy. */
export const offersWith = (
  book: ShopBook,
  busy: readonly Busy[],
  { parts, now }: Search,
  from: Day,
  to: Day,
): Offer[] =>
  availableSlots(bookAt(book, busy, now), {
    parts,
    from,
    to,
    stepMinutes: book.rules.stepMinutes,
    limits: book.rules,
  })

/** Whether customers may book on that day at all: today or later, and no further than the shop books ahead. */
export function isBookableDay({ shop, rules }: ShopBook, day: Day, now: Instant): boolean {
  const today = dayOf(now, shop.zone)
  return today <= day && day <= addDays(today, rules.daysAhead)
}

/** What a customer is offered on those days. Throws DbError. */
export const offersBetween = async (book: ShopBook, search: Search, from: Day, to: Day): Promise<Offer[]> =>
  offersWith(book, await busyTimes(book, from, to, search.own), search, from, to)
