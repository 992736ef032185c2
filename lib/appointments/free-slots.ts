import type { Id } from '@/lib/kernel/id'
import { subtract, type TimeRange } from '@/lib/kernel/time-range'
import { type Day, type Instant, instantAt, toInstant } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair, type WorkingHours } from './appointment'
import { openTime, type Slot, timeOf } from './chair-time'

const MINUTE = 60_000

/** Nobody is served in less, and nobody is told to come at 14:07: what has begun is rounded up to this. */
const SHORTEST_MINUTES = 5

/** What decides when one chair is free on one day. */
export interface ChairDay {
  /** In the shop's calendar. */
  day: Day
  zone: string
  staffId: Id
  /** Of every chair and weekday; the right ones are picked out. */
  hours: readonly WorkingHours[]
  /** At least those that touch the day. */
  appointments: readonly Appointment[]
  now: Instant
}

/** The time within hours, from now on, that no appointment holds: epoch milliseconds, sorted, none under five minutes. */
export function gapsOfDay({ day, zone, staffId, hours, appointments, now }: ChairDay): TimeRange[] {
  const rounding = SHORTEST_MINUTES * MINUTE
  const past = { start: -Infinity, end: Math.ceil(Date.parse(now) / rounding) * rounding }
  const taken = appointments.filter(one => one.staffId === staffId && holdsItsChair(one)).map(timeOf)
  return subtract(openTime(hours, staffId, day, zone), [past, ...taken]).filter(
    gap => gap.end - gap.start >= SHORTEST_MINUTES * MINUTE,
  )
}

interface Wish extends ChairDay {
  /** How long it takes. */
  minutes: number
  /** How far apart the offered times stand. */
  stepMinutes?: number
}

/** The times at which something that takes `minutes` can begin: the start of each gap, and every step of the clock within it. */
export function freeSlots({ minutes, stepMinutes = stepOf(minutes), ...chairDay }: Wish): Slot[] {
  const midnight = Date.parse(instantAt(chairDay.day, 0, chairDay.zone))
  const slot = (start: number): Slot => ({
    staffId: chairDay.staffId,
    startsAt: toInstant(new Date(start)),
    endsAt: toInstant(new Date(start + minutes * MINUTE)),
  })
  return gapsOfDay(chairDay).flatMap(gap =>
    startsWithin({ start: gap.start, end: gap.end - minutes * MINUTE }, midnight, stepMinutes * MINUTE).map(slot),
  )
}

/** Steps on which the service tiles the hour, so that one booking leaves no crumbs before the next. */
const stepOf = (minutes: number) => [30, 20, 15].find(step => minutes % step === 0) ?? 15

/** The range's start and the steps after it, counted from midnight; `end` itself may be a start. */
function startsWithin({ start, end }: TimeRange, midnight: number, step: number): number[] {
  if (start > end) return []
  const next = midnight + (Math.floor((start - midnight) / step) + 1) * step
  const steps = Math.max(0, Math.floor((end - next) / step) + 1)
  return [start, ...Array.from({ length: steps }, (_, i) => next + i * step)]
}
