import type { Appointment, BookingRules, Waiting } from '@/lib/appointments/appointment'
import { type WaitingOffer, waitingOffers } from '@/lib/appointments/offers/waiting-offers'
import type { Book } from '@/lib/appointments/time/book'
import { chairDays, gapsOf } from '@/lib/appointments/time/chair-day'
import { type Slot, timeOf } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { addDays, clocksOfDays, type Day, dayOf, instantOf } from '@/lib/kernel/zone'

/** How far ahead is looked for somebody who waits. Beyond, there is free time for whoever asks. */
export const LOOKED_AHEAD_DAYS = 14

/** A free time, and who would take it, in the order in which they began to wait. */
export interface Opening {
  slot: Slot
  /** Somebody had it and let it go; else nobody ever had it. */
  freed: boolean
  offers: WaitingOffer[]
}

interface Looked {
  /** Of the shop's today and the days after: at least `LOOKED_AHEAD_DAYS`. */
  appointments: readonly Appointment[]
  waiting: readonly Waiting[]
  /** The appointments that were offers to somebody waiting. */
  offered: readonly Appointment[]
  rules: BookingRules
}

/** The free times that somebody waits for, the soonest first. Each who waits stands in one only: the first that suits him. */
export function openings(book: Book, { appointments, waiting, offered, rules }: Looked): Opening[] {
  const today = dayOf(book.now, book.zone)
  const until = [
    addDays(today, LOOKED_AHEAD_DAYS - 1),
    ...waiting
      .map(one => one.toDay)
      .sort()
      .slice(-1),
  ].sort()[0]!
  const found: Opening[] = []
  let left = [...waiting]
  for (const slot of gapsInOrder(book, today, until)) {
    if (left.length === 0) break
    const offers = waitingOffers(book, { freed: slot, waiting: left, offered, rules })
    if (offers.length === 0) continue
    left = left.filter(one => !offers.some(offer => offer.waiting === one))
    found.push({ slot, freed: appointments.some(one => wasHere(one, slot)), offers })
  }
  return found
}

function gapsInOrder(book: Book, from: Day, until: Day): Slot[] {
  const slots: Slot[] = []
  for (const [staffId, days] of chairDays(book, book.chairs, clocksOfDays(from, until, book.zone))) {
    for (const { start, end } of days.flatMap(gapsOf)) {
      slots.push({ staffId, startsAt: instantOf(start), endsAt: instantOf(end) })
    }
  }
  return slots.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
}

const gone: readonly Appointment['status'][] = ['cancelled', 'no-show', 'lapsed']

function wasHere(one: Appointment, slot: Slot): boolean {
  if (one.staffId !== slot.staffId || one.waitingId !== null || !gone.includes(one.status)) return false
  const [was, free] = [timeOf(one), timeOf(slot)]
  return was.start < free.end && free.start < was.end
}

/** What is known of an opening by its place in the book: the phone remembers that it was put aside. */
export const openingKey = ({ slot }: { slot: Slot }, waitingId: Id): string =>
  `${slot.staffId}/${slot.startsAt}/${waitingId}`
