import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day, Instant } from '@/lib/kernel/zone'
import type { HolidayName } from './holidays'

/** A chair: somebody who serves. */
export type Staff = {
  id: Id
  name: string
  position: number
  archivedAt: Instant | null
  /** The membership of who sits here, when he is one who logs in. */
  memberId: Id | null
}

export type Service = {
  id: Id
  name: string
  minutes: number
  price: Kurus
  position: number
  archivedAt: Instant | null
  /** Minutes that the chair needs before and after; the customer does not see them. */
  prepareMinutes: number
  cleanMinutes: number
  /** Customers may choose it themselves on the shop's page. */
  online: boolean
  /** In percent, contained in the price. Null (or a row of before): no KDV, or the owner has not chosen. */
  kdvRate?: 1 | 10 | 20 | null
}

/** What is different when this chair does that service: it does not, or in its own time, or at its own price. Null: as the service says. */
export type StaffService = {
  id: Id
  staffId: Id
  serviceId: Id
  offered: boolean
  minutes: number | null
  price: Kurus | null
}

/** Sorted, disjoint [from, to) pairs of minutes after midnight, on the wall. Empty: closed. */
export type Ranges = [number, number][]

/** One weekday (Monday is 1) of one chair. */
export type WorkingHours = { id: Id; staffId: Id; weekday: number; ranges: Ranges }

/** The hours of one date in place of all others (SPEC AP1). `staffId` null: of every chair. */
export type SpecialHours = { id: Id; staffId: Id | null; day: Day; ranges: Ranges }

/** Time in which a chair (null: nobody) serves, whatever the hours say: leave, a doctor's appointment, the shop's holiday. */
export type TimeOff = { id: Id; staffId: Id | null; startsAt: Instant; endsAt: Instant; note: string | null }

/**
 * What the shop does on an official holiday, every year (SPEC AP2). `official` is as when nothing was ever chosen. `until` goes
 * with `longer`: minutes after midnight.
 */
export type HolidayHours = {
  id: Id
  holiday: HolidayName
  opens: 'official' | 'closed' | 'usual' | 'longer'
  until: number | null
}

/** How customers may book. One row a shop, and its id is the shop's. */
export type BookingRules = {
  id: Id
  /** How far apart offered times stand, 5 to 60. */
  stepMinutes: number
  /** The soonest a customer may book, from now. */
  noticeMinutes: number
  daysAhead: number
  /** Open appointments that one customer may have. */
  openLimit: number
  /** Whose bookings wait for the shop's yes. `new-customers`: of those who have not shown who they are (SPEC AP23). */
  approval: 'everyone' | 'new-customers' | 'nobody'
  /** How long a request holds its chair. */
  requestMinutes: number
  /** How long before the start a customer may still cancel or move by himself. */
  cancelNoticeMinutes: number
  /** How long an offer to somebody waiting holds its chair. */
  offerMinutes: number
  /** Customers may say "fark etmez". */
  anyStaff: boolean
  /** From so many no-shows on, `noShowRule` applies to a customer. Null: never. */
  noShowLimit: number | null
  noShowRule: 'approval' | 'kapora'
}

export const statuses = ['held', 'requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled', 'lapsed'] as const
export type Status = (typeof statuses)[number]

/** One part of a visit; most visits have one. */
export type Appointment = {
  id: Id
  /** Shared by the parts of a visit of several; null: of one. */
  visitId: Id | null
  seriesId: Id | null
  staffId: Id
  /** Null: somebody without a name. */
  customerId: Id | null
  serviceId: Id
  startsAt: Instant
  endsAt: Instant
  prepareMinutes: number
  cleanMinutes: number
  price: Kurus
  status: Status
  statusAt: Instant
  /** Who brought it there: somebody of the shop, the customer by his link, or nobody (time). */
  statusActor: 'member' | 'customer' | 'nobody'
  /** Why, in the words of whoever did it. */
  statusReason: string | null
  /** Until when it holds its chair while held or requested; null: without end. */
  lapsesAt: Instant | null
  /** The customer said by his link that he will come. */
  customerConfirmedAt: Instant | null
  /** What the customer called himself on the shop's page, where he booked there. */
  bookedName: string | null
  /** Whose wish for an earlier time this offer answers. */
  waitingId: Id | null
  note: string | null
  createdAt: Instant
}

type Holding = Pick<Appointment, 'status' | 'lapsesAt'>

/** Whether it holds its chair at that moment: the statuses of the database's `one_customer_per_chair`, unless its time is up (SPEC AP14). */
export const holdsItsChair = ({ status, lapsesAt }: Holding, now: Instant): boolean =>
  status === 'confirmed' ||
  status === 'arrived' ||
  ((status === 'requested' || status === 'held') && (lapsesAt === null || now < lapsesAt))

/** Somebody who walked in and waits (SPEC AP20). */
export type WalkIn = {
  id: Id
  customerId: Id | null
  /** What to call him by, where he is no customer. */
  name: string | null
  serviceId: Id
  /** Null: whoever is free. */
  staffId: Id | null
  arrivedAt: Instant
  /** He went without being served. */
  leftAt: Instant | null
  /** The appointment he became when he sat down. */
  appointmentId: Id | null
}

/** A customer who would come earlier if a chair were free (SPEC AP21). */
export type Waiting = {
  id: Id
  customerId: Id
  serviceId: Id
  staffId: Id | null
  fromDay: Day
  toDay: Day
  /** The part of the day that suits, in minutes after midnight. */
  fromMinute: number
  toMinute: number
  createdAt: Instant
  /** He has his time, or waits no longer. */
  endedAt: Instant | null
}

/** A step in what became of an appointment (SPEC AP16). */
export type AppointmentEvent = {
  id: Id
  appointmentId: Id
  at: Instant
  status: Status
  actor: Appointment['statusActor']
  userId: Id | null
  staffId: Id
  startsAt: Instant
}
