import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import type { Instant } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair } from '../appointment'

const MINUTE = 60_000

/** Some time in one chair, from `startsAt` up to but not including `endsAt`. */
export interface Slot {
  staffId: Id
  startsAt: Instant
  endsAt: Instant
}

/** What a chair needs before and after, in minutes. */
export type Buffers = Pick<Appointment, 'prepareMinutes' | 'cleanMinutes'>

/** The served time, in epoch milliseconds. */
export const timeOf = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): TimeRange => ({
  start: Date.parse(startsAt),
  end: Date.parse(endsAt),
})

/** The busy time: served time with preparation and clean-up, in epoch milliseconds. */
export const busyTimeOf = ({
  startsAt,
  endsAt,
  prepareMinutes,
  cleanMinutes,
}: Pick<Slot, 'startsAt' | 'endsAt'> & Buffers): TimeRange => ({
  start: Date.parse(startsAt) - prepareMinutes * MINUTE,
  end: Date.parse(endsAt) + cleanMinutes * MINUTE,
})

/** The appointment that already holds the chair in that busy time. `exceptId` is the one being moved: it is never in its own way. */
export function inTheWay(
  appointments: readonly Appointment[],
  wanted: Slot & Buffers,
  now: Instant,
  exceptId?: Id,
): Appointment | undefined {
  const { start, end } = busyTimeOf(wanted)
  return appointments.find(one => {
    if (one.id === exceptId || one.staffId !== wanted.staffId || !holdsItsChair(one, now)) return false
    const busy = busyTimeOf(one)
    return busy.start < end && start < busy.end
  })
}
