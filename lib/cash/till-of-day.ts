import type { Kurus } from '@/lib/kernel/money'
import { movementOf, type PlaceKind } from './movement'
import type { Account, Transfer } from './transfer'

/** What came in and went out, in kuruş. A day on which an older income is taken back can come out negative. */
export interface Till {
  /** By where it went; `income` is their sum. */
  incomeBy: Record<PlaceKind, Kurus>
  income: Kurus
  expense: Kurus
  /** income − expense */
  net: Kurus
}

/** The totals of some transfers, a day's or an appointment's. One that was taken back and its opposite cancel out. */
export function tillOfDay(transfers: readonly Transfer[], accounts: readonly Account[]): Till {
  const byId = new Map(accounts.map(account => [account.id, account]))
  const incomeBy: Record<PlaceKind, Kurus> = { cash: 0, card: 0, bank: 0 }
  let expense = 0
  for (const transfer of transfers) {
    const movement = movementOf(transfer, byId)
    if (movement?.category.kind === 'income') incomeBy[movement.place.kind] += movement.signed
    if (movement?.category.kind === 'expense') expense -= movement.signed
  }
  const income = incomeBy.cash + incomeBy.card + incomeBy.bank
  return { incomeBy, income, expense, net: income - expense }
}
