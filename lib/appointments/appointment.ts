import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'

/** A chair: somebody who serves. */
export type Staff = { id: Id; name: string; position: number; archivedAt: Instant | null }

export type Service = {
  id: Id
  name: string
  minutes: number
  price: Kurus
  position: number
  archivedAt: Instant | null
}

/** One weekday (Monday is 1) of one chair: sorted, disjoint [from, to) pairs of minutes after midnight. Empty: closed. */
export type WorkingHours = { id: Id; staffId: Id; weekday: number; ranges: [number, number][] }

export const statuses = ['requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled'] as const
export type Status = (typeof statuses)[number]

export type Appointment = {
  id: Id
  staffId: Id
  /** Null: somebody without a name. */
  customerId: Id | null
  serviceId: Id
  startsAt: Instant
  endsAt: Instant
  price: Kurus
  status: Status
  statusAt: Instant
  note: string | null
  createdAt: Instant
}

/** Whether it holds its chair: the same statuses as the database's `one_customer_per_chair`. */
export const holdsItsChair = ({ status }: Pick<Appointment, 'status'>) =>
  status === 'requested' || status === 'confirmed' || status === 'arrived'
