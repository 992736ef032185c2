import { clocksOfDays, dayOf, type Instant, instantOf } from '@/lib/kernel/zone'
import type { WalkIn } from '../appointment'
import { type Book, type Busy, busyOf, type Holding } from '../time/book'
import { type ChairDay, chairDays, soonest, startWindows } from '../time/chair-day'
import { busyTimeOf, type Slot } from '../time/chair-time'
import { isExpected } from '../time/now-or-next'
import { type Serving, whoServes } from './who-serves'

/** Where and when somebody who waits is likely to sit down; null: not today. */
export interface QueueTime {
  walkIn: WalkIn
  seat: Slot | null
}

/**
 * The forecast for those who wait, in the order in which they came (SPEC AP20): each sits down where a chair is first free
 * for as long as his service takes, beside the book and those before him. What begins or ends now is rounded up to five minutes.
 */
export function queueTimes(
  { appointments, ...shop }: Omit<Book, 'busy'> & { appointments: readonly Holding[] },
  walkIns: readonly WalkIn[],
): QueueTime[] {
  const busy = appointments.flatMap(one => ifLate(one, shop.now) ?? busyOf([one], shop.now))
  return walkIns
    .filter(one => one.leftAt === null && one.appointmentId === null)
    .sort((a, b) => (turn(a) < turn(b) ? -1 : 1))
    .map(walkIn => {
      const seat = seatFor({ ...shop, busy }, walkIn)
      if (seat) busy.push(asBusy(seat))
      return { walkIn, seat: seat?.slot ?? null }
    })
}

/** Somebody past his end who still sits there gets up now, and then the chair is cleaned. */
function ifLate(one: Holding, now: Instant): Busy | null {
  if (!isExpected(one, now) || one.endsAt >= now) return null
  return { staffId: one.staffId, ...busyTimeOf({ ...one, endsAt: instantOf(soonest(now)) }) }
}

const turn = ({ arrivedAt, id }: WalkIn) => arrivedAt + id

interface Seat {
  slot: Slot
  serving: Serving
}

const asBusy = ({ slot, serving }: Seat): Busy => ({ staffId: slot.staffId, ...busyTimeOf({ ...slot, ...serving }) })

/** The earliest seat; of two as early, the chair held for less of today, then in the shop's order. */
function seatFor(book: Book, walkIn: WalkIn): Seat | null {
  const today = dayOf(book.now, book.zone)
  const able = whoServes(book, walkIn)
  const chairs = able.map(serving => serving.staffId)
  const days = chairDays(book, chairs, clocksOfDays(today, today, book.zone))
  const seats = able.flatMap(serving => {
    const [day] = days.get(serving.staffId) as [ChairDay]
    const [window] = startWindows(day, serving)
    return window ? { serving, start: window.first, held: day.held } : []
  })
  const [best] = seats.sort((a, b) => a.start - b.start || a.held - b.held)
  if (!best) return null
  const { start, serving } = best
  const slot = {
    staffId: serving.staffId,
    startsAt: instantOf(start),
    endsAt: instantOf(start + serving.minutes * 60_000),
  }
  return { slot, serving }
}
