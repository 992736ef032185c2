import type { Id } from '@/lib/kernel/id'
import { intersect, subtract, type TimeRange } from '@/lib/kernel/time-range'
import { type Day, dayOf, type Instant, instantAt, weekdayOf } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair, type WorkingHours } from './appointment'

/** Some time in one chair, from `startsAt` up to but not including `endsAt`. */
export interface Slot {
  staffId: Id
  startsAt: Instant
  endsAt: Instant
}

/** In epoch milliseconds. */
export const timeOf = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): TimeRange => ({
  start: Date.parse(startsAt),
  end: Date.parse(endsAt),
})

/** When the chair is open on that day of the shop's calendar, in epoch milliseconds. */
export const openTime = (hours: readonly WorkingHours[], staffId: Id, day: Day, zone: string): TimeRange[] =>
  hours
    .filter(one => one.staffId === staffId && one.weekday === weekdayOf(day))
    .flatMap(one => one.ranges)
    .map(([from, to]) => timeOf({ startsAt: instantAt(day, from, zone), endsAt: instantAt(day, to, zone) }))

/** The appointment that already holds the chair at that time. `exceptId` is the one being moved: it is never in its own way. */
export const inTheWay = (appointments: readonly Appointment[], slot: Slot, exceptId?: Id): Appointment | undefined =>
  appointments.find(
    one =>
      one.id !== exceptId &&
      one.staffId === slot.staffId &&
      holdsItsChair(one) &&
      intersect([timeOf(one)], [timeOf(slot)]).length > 0,
  )

/** Whether the chair is open for all of the slot. Time after midnight belongs to no day's hours. */
export const isWithinHours = (hours: readonly WorkingHours[], slot: Slot, zone: string): boolean =>
  subtract([timeOf(slot)], openTime(hours, slot.staffId, dayOf(slot.startsAt, zone), zone)).length === 0
