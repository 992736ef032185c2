import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'

export type AccountKind = 'cash' | 'card' | 'bank' | 'veresiye' | 'kapora' | 'income' | 'expense' | 'staff' | 'opening'

export type Account = {
  id: Id
  kind: AccountKind
  name: string
  /** Whose veresiye or kapora. */
  customerId: Id | null
  /** Whose share and tips, with `staff`. */
  staffId: Id | null
  position: number
  /** Missing until the server has heard. */
  createdAt: Instant | null
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
  saleId: Id | null
  /** Which line of the sale it pays for, or gives back. */
  lineId: Id | null
  /** The part of the amount that is KDV. */
  kdv: Kurus
  /** The transfer that this one takes back. */
  reversesId: Id | null
  /** The import that brought an opening balance; a row of before has none. */
  importId?: Id | null
  note: string | null
}
