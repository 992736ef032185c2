import 'server-only'
import type { Waiting } from '@/lib/appointments/appointment'
import { waitingOffers } from '@/lib/appointments/offers/waiting-offers'
import type { Busy, Holding } from '@/lib/appointments/time/book'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Rpc } from '@/lib/db/server/rpc'
import { type Id, newId } from '@/lib/kernel/id'
import { addDays, addMinutes, dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { bookAt, type ShopBook } from '../shop-book'
import { normalBook, normalInstant, normalInstantOrNull } from './normal-book'

interface Freed {
  id: Id
  tenantId: Id
  freed: Slot
  book: ShopBook
  offerMinutes: number
  waiting: Waiting[]
  offered: (Holding & { waitingId: Id })[]
}

const AT_ONCE = 10

/** Two who fit into one freed time beside each other are both asked; that many never are. */
const MOST_OFFERS = 20

/**
 * Offers what customers let go, and what an offer left, to those whose turn it is (lib/messages/SPEC.md ME16, lib/appointments/SPEC.md AP21), and lets offers
 * lapse whose minutes are over. Safe to run any number of times at once. Answers the shops in which somebody was asked. Throws DbError.
 */
export async function offerFreed({
  rpc,
  channels,
  now,
  clock = null,
  tenantId = null,
}: {
  rpc: Rpc
  /** By which this Siftah reaches people: who is not reached by them is not asked. */
  channels: readonly string[]
  now: Instant
  /** What the database is told the time is; null: it knows itself. */
  clock?: Instant | null
  tenantId?: Id | null
}): Promise<Set<Id>> {
  const shops = new Set<Id>()
  for (;;) {
    const freed = await rpc<Freed[]>('claim_freed_times', {
      p_channels: channels,
      p_limit: AT_ONCE,
      p_now: clock,
      p_tenant: tenantId,
    })
    for (const one of freed) {
      if (await offerOne(normal(one))) shops.add(one.tenantId)
      await rpc('end_freed', { p_id: one.id })
    }
    if (freed.length < AT_ONCE) return shops
  }

  async function offerOne({ tenantId, freed, book, offerMinutes, waiting, offered }: Freed): Promise<boolean> {
    let left = waiting
    let made = false
    for (let n = 0; n < MOST_OFFERS && left.length > 0; n++) {
      const open = bookAt(book, await busyTimes(book, freed), now)
      const [next] = waitingOffers(open, { freed, waiting: left, offered, rules: { ...book.rules, offerMinutes } })
      if (!next) break
      left = left.filter(one => one !== next.waiting)
      const [part] = next.offer.parts
      // Refused, somebody else was quicker: the next look sees what he left.
      const asked = await rpc<boolean>('offer_freed', {
        p_tenant: tenantId,
        p_channels: channels,
        p_offer: {
          waitingId: next.waiting.id,
          lapsesAt: addMinutes(now, offerMinutes),
          part: { ...part, id: newId(), note: null },
        },
      })
      made ||= asked
    }
    return made
  }

  async function busyTimes({ shop }: ShopBook, { startsAt }: Slot): Promise<Busy[]> {
    const day = dayOf(startsAt, shop.zone)
    const busy = await rpc<{ staffId: Id; from: string; until: string }[]>('busy_times', {
      p_tenant: shop.id,
      p_from: instantAt(day, 0, shop.zone),
      p_until: instantAt(addDays(day, 1), 0, shop.zone),
    })
    return busy.map(({ staffId, from, until }) => ({ staffId, start: Date.parse(from), end: Date.parse(until) }))
  }
}

const normalSlot = <S extends Pick<Slot, 'startsAt' | 'endsAt'>>(slot: S): S => ({
  ...slot,
  startsAt: normalInstant(slot.startsAt),
  endsAt: normalInstant(slot.endsAt),
})

const normal = (it: Freed): Freed => ({
  ...it,
  freed: normalSlot(it.freed),
  book: normalBook(it.book),
  waiting: it.waiting.map(one => ({ ...one, createdAt: normalInstant(one.createdAt) })),
  offered: it.offered.map(one => ({
    ...normalSlot(one),
    statusAt: normalInstant(one.statusAt),
    lapsesAt: normalInstantOrNull(one.lapsesAt),
  })),
})
