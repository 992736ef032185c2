import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day, Instant } from '@/lib/kernel/zone'
import type { DocumentKind } from './document'
import type { KdvRate } from './kdv'

/**
 * `opening`: where money stands that was there before the book was. `surplus`, `shortage`: what a counted drawer had too much, too little. `owner`:
 * what the owner took out of the drawer. `shares`: what chairs have earned, as a cost. Of each of these a shop has one.
 */
export type AccountKind =
  | 'cash'
  | 'card'
  | 'bank'
  | 'veresiye'
  | 'kapora'
  | 'income'
  | 'expense'
  | 'staff'
  | 'opening'
  | 'surplus'
  | 'shortage'
  | 'owner'
  | 'shares'

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
  /** In whose book it stands (SPEC CA30); missing until the server has said. */
  day?: Day
  /** Of an expense; a sale's stands on its line. */
  kdvRate?: KdvRate
  /** What was given for an expense. */
  documentKind?: DocumentKind | null
  documentNumber?: string | null
  documentDay?: Day | null
  /** Who wrote the document. */
  counterparty?: string | null
}
