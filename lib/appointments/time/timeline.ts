import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import { clocksOfDays, type Day, type Instant } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair } from '../appointment'
import { busyOf, type ChairBook } from './book'
import { chairDays, gapsOf } from './chair-day'
import { timeOf } from './chair-time'

export type TimelineEntry =
  | { kind: 'appointment'; start: number; appointment: Appointment }
  | { kind: 'gap'; start: number; staffId: Id; gap: TimeRange }

interface ShownDay extends Omit<ChairBook, 'busy'> {
  /** In the shop's calendar. */
  day: Day
  chairs: readonly Id[]
  /** At least those that touch the day. */
  appointments: readonly Appointment[]
}

/**
 * A day of some chairs in the order of the clock: what is in the book and what is still free. What was cancelled or has lapsed
 * is not in the book; a request that has lapsed waits for its answer elsewhere.
 */
export function timeline({ day, chairs, appointments, ...shop }: ShownDay): TimelineEntry[] {
  const entries: TimelineEntry[] = appointments
    .filter(one => chairs.includes(one.staffId) && isInTheBook(one, shop.now))
    .map(appointment => ({ kind: 'appointment', start: timeOf(appointment).start, appointment }))
  const days = chairDays({ ...shop, busy: busyOf(appointments, shop.now) }, chairs, clocksOfDays(day, day, shop.zone))
  for (const [staffId, [chairDay]] of days) {
    entries.push(...gapsOf(chairDay!).map(gap => ({ kind: 'gap' as const, start: gap.start, staffId, gap })))
  }
  return entries.sort((a, b) => a.start - b.start)
}

const isInTheBook = (one: Appointment, now: Instant) =>
  one.status === 'done' || one.status === 'no-show' || holdsItsChair(one, now)
