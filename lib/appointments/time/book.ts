import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import type { Instant } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair, type Service, type StaffService } from '../appointment'
import { type Buffers, busyTimeOf, type Slot } from './chair-time'
import type { OpeningHours } from './open-time'

/** Time that one chair is held, with preparation and clean-up, in epoch milliseconds. It names nobody, and may leave the server. */
export interface Busy extends TimeRange {
  staffId: Id
}

/** All of an appointment that says when it holds its chair; nothing of it says whose it is. */
export type Holding = Slot & Buffers & Pick<Appointment, 'status' | 'statusAt' | 'lapsesAt'>

/** What decides when chairs are free. */
export interface ChairBook extends OpeningHours {
  /** The shop's, an IANA name. */
  zone: string
  now: Instant
  /** What holds the chairs, in any order: at least whatever touches the days that are asked for. */
  busy: readonly Busy[]
}

/** And what decides who serves what. A phone fills it from its mirror, the server from the tables. */
export interface Book extends ChairBook {
  /** Those who serve today and later, in the shop's order. */
  chairs: readonly Id[]
  services: readonly Pick<Service, 'id' | 'minutes' | 'price' | 'prepareMinutes' | 'cleanMinutes'>[]
  staffServices: readonly StaffService[]
}

/**
 * The appointments as a book holds them. What is done holds its chair no longer, but it was work: up to the moment at which
 * it was done it stands here, so that "fark etmez" goes to who has had less of it (SPEC AP9).
 */
export const busyOf = (appointments: readonly Holding[], now: Instant): Busy[] =>
  appointments.flatMap(one => {
    const { start, end } = busyTimeOf(one)
    if (holdsItsChair(one, now)) return { staffId: one.staffId, start, end }
    if (one.status !== 'done') return []
    // No further than now: the clock of the phone that said so may be wrong.
    return { staffId: one.staffId, start, end: Math.min(end, Date.parse(one.statusAt), Date.parse(now)) }
  })
