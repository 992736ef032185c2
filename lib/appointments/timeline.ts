import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import type { Appointment } from './appointment'
import { timeOf } from './chair-time'
import { type ChairDay, gapsOfDay } from './free-slots'

export type TimelineEntry =
  | { kind: 'appointment'; start: number; appointment: Appointment }
  | { kind: 'gap'; start: number; staffId: Id; gap: TimeRange }

/** A day of some chairs in the order of the clock: what is in the book (not what was cancelled) and what is still free. */
export function timeline({ chairs, ...book }: Omit<ChairDay, 'staffId'> & { chairs: readonly Id[] }): TimelineEntry[] {
  const booked = book.appointments
    .filter(one => one.status !== 'cancelled' && chairs.includes(one.staffId))
    .map(appointment => ({ kind: 'appointment' as const, start: timeOf(appointment).start, appointment }))
  const free = chairs.flatMap(staffId =>
    gapsOfDay({ ...book, staffId }).map(gap => ({ kind: 'gap' as const, start: gap.start, staffId, gap })),
  )
  return [...booked, ...free].sort((a, b) => a.start - b.start)
}
