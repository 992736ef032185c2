import { dayOf, instantAt } from '@/lib/kernel/zone'
import { type Appointment, type BookingRules, holdsItsChair, type Waiting } from '../appointment'
import type { Book, Holding } from '../time/book'
import { type Slot, timeOf } from '../time/chair-time'
import { availableSlots, type Offer } from './available-slots'

/** Somebody who waits, and what he could have of the freed time. */
export interface WaitingOffer {
  waiting: Waiting
  offer: Offer
}

interface Freed {
  /** What has become free: the offered time uses some of it, and may begin before or end after it where the chair is free there too. */
  freed: Slot
  waiting: readonly Waiting[]
  /** The appointments that were offers to somebody waiting (`waitingId`), whatever has become of them. */
  offered: readonly (Holding & Pick<Appointment, 'waitingId'>)[]
  rules: Pick<BookingRules, 'stepMinutes' | 'noticeMinutes' | 'daysAhead' | 'offerMinutes'>
}

/**
 * Who of the waiting list fits into a freed time, in the order in which they began to wait, each with the earliest time that
 * suits him (SPEC AP21). Whoever was offered some of that time already is passed over, and whoever has an offer to answer.
 */
export function waitingOffers(book: Book, { freed, waiting, offered, rules }: Freed): WaitingOffer[] {
  const day = dayOf(freed.startsAt, book.zone)
  const time = timeOf(freed)
  const overlaps = (slot: Pick<Slot, 'startsAt' | 'endsAt'>) => {
    const other = timeOf(slot)
    return other.start < time.end && time.start < other.end
  }
  // An offer must not outlive the time that it offers.
  const limits = { daysAhead: rules.daysAhead, noticeMinutes: Math.max(rules.noticeMinutes, rules.offerMinutes) }

  const isPassedOver = ({ id }: Waiting) =>
    offered.some(
      one => one.waitingId === id && (holdsItsChair(one, book.now) || (one.staffId === freed.staffId && overlaps(one))),
    )
  const suits = ({ fromMinute, toMinute }: Waiting, { startsAt, endsAt }: Offer) =>
    instantAt(day, fromMinute, book.zone) <= startsAt && endsAt <= instantAt(day, toMinute, book.zone)
  const turn = ({ createdAt, id }: Waiting) => createdAt + id

  return waiting
    .filter(one => one.endedAt === null && one.fromDay <= day && day <= one.toDay)
    .filter(one => (one.staffId === null || one.staffId === freed.staffId) && !isPassedOver(one))
    .sort((a, b) => (turn(a) < turn(b) ? -1 : 1))
    .flatMap(one => {
      const parts = [{ serviceId: one.serviceId, staffId: freed.staffId }]
      const offers = availableSlots(book, { parts, from: day, to: day, stepMinutes: rules.stepMinutes, limits })
      const offer = offers.find(other => overlaps(other) && suits(one, other))
      return offer ? { waiting: one, offer } : []
    })
}
