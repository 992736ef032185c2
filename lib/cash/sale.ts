import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'
import { type KdvRate, kdvIn } from './kdv'

/** What somebody paid for at once. */
export type Sale = {
  id: Id
  customerId: Id | null
  /** The first part of the visit it was for. */
  appointmentId: Id | null
  eventAt: Instant
  createdAt: Instant | null
  createdBy: Id
  note: string | null
}

/** One thing of a sale. */
export type SaleLine = {
  id: Id
  saleId: Id
  /** The sale's. */
  eventAt: Instant
  position: number
  /** The income category. */
  accountId: Id
  serviceId: Id | null
  /** Who did it: his share is reckoned from it. */
  staffId: Id | null
  /** Which part of the visit it is. */
  appointmentId: Id | null
  /** What it is called, where it is no service. */
  name: string | null
  quantity: number
  /** Of one, KDV included. */
  unitPrice: Kurus
  discount: Kurus
  kdvRate: KdvRate
}

type Priced = Pick<SaleLine, 'quantity' | 'unitPrice' | 'discount'>

/** What the line costs (SPEC CA5). */
export const grossOf = ({ quantity, unitPrice, discount }: Priced): Kurus => quantity * unitPrice - discount

/** Something to be paid: a line from its income account, or (`lineId` null) a tip from the account of the chair it is for. */
export interface Due {
  lineId: Id | null
  accountId: Id
  amount: Kurus
  kdvRate: KdvRate
}

export interface Payment {
  /** Kasa, kart, banka, or the customer's veresiye or kapora. */
  accountId: Id
  amount: Kurus
}

/** A part of a due paid in one way. */
export interface Leg {
  lineId: Id | null
  fromAccountId: Id
  toAccountId: Id
  amount: Kurus
  /** The part of `amount` that is KDV. */
  kdv: Kurus
}

/**
 * Who pays for what: payments fill the dues in their order (SPEC CA7), and the KDV of a due is split with it (SPEC CA6). At most one leg
 * more than dues and payments together.
 * @throws RangeError when the payments are not what is due: the form adds up before it asks
 */
export function legsOf(dues: readonly Due[], payments: readonly Payment[]): Leg[] {
  const total = (amounts: readonly { amount: Kurus }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)
  if (total(dues) !== total(payments)) throw new RangeError('the payments are not what is due')

  const legs: Leg[] = []
  const left = payments.filter(({ amount }) => amount > 0).map(payment => ({ ...payment }))
  for (const { lineId, accountId, amount, kdvRate } of dues) {
    for (let paid = 0; paid < amount; ) {
      const payment = left[0]!
      const part = Math.min(payment.amount, amount - paid)
      const kdv = kdvIn(paid + part, kdvRate) - kdvIn(paid, kdvRate)
      legs.push({ lineId, fromAccountId: accountId, toAccountId: payment.accountId, amount: part, kdv })
      paid += part
      payment.amount -= part
      if (payment.amount === 0) left.shift()
    }
  }
  return legs
}
