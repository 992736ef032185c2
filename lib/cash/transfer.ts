import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'

export type AccountKind = 'cash' | 'card' | 'bank' | 'veresiye' | 'kapora' | 'income' | 'expense'

export type Account = {
  id: Id
  kind: AccountKind
  name: string
  customerId: Id | null
  position: number
  createdAt: Instant
}

/** Money that moved, once: never changed, never deleted. `createdAt` is missing until the server has heard. */
export type Transfer = {
  id: Id
  fromAccountId: Id
  toAccountId: Id
  amount: Kurus
  eventAt: Instant
  createdAt: Instant | null
  createdBy: Id
  appointmentId: Id | null
  /** The transfer that this one takes back. */
  reversesId: Id | null
  note: string | null
}
