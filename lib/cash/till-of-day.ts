import type { Kurus } from '@/lib/kernel/money'
import { isPlace, movementOf, type WayKind } from './movement'
import type { Account, Transfer } from './transfer'

/** What was earned and spent, in kuruş. A day on which an older income is taken back can come out negative. */
export interface Till {
  /** By how it was paid; `income` is their sum. Sold on veresiye is earned (SPEC CA8). */
  incomeBy: Record<WayKind, Kurus>
  income: Kurus
  expense: Kurus
  /** income − expense */
  net: Kurus
  /** What came in for older debts: no income of this day. */
  collected: Kurus
  /** What came in for later (negative: was given back): no income yet. */
  kapora: Kurus
}

/** The totals of some transfers, a day's or an appointment's. One that was taken back and its opposite cancel out. */
export function tillOfDay(transfers: readonly Transfer[], accounts: readonly Account[]): Till {
  const byId = new Map(accounts.map(account => [account.id, account]))
  const incomeBy: Record<WayKind, Kurus> = { cash: 0, card: 0, bank: 0, veresiye: 0, kapora: 0 }
  let [expense, collected, kapora] = [0, 0, 0]
  for (const transfer of transfers) {
    const movement = movementOf(transfer, byId)
    if (movement?.category.kind === 'income') incomeBy[movement.way.kind] += movement.signed
    if (movement?.category.kind === 'expense') expense -= movement.signed
    const [from, to] = [byId.get(transfer.fromAccountId), byId.get(transfer.toAccountId)]
    const signed = isPlace(to) ? transfer.amount : isPlace(from) ? -transfer.amount : 0
    const kinds = [from?.kind, to?.kind]
    if (kinds.includes('veresiye')) collected += signed
    if (kinds.includes('kapora')) kapora += signed
  }
  const income = Object.values(incomeBy).reduce((sum, amount) => sum + amount, 0)
  return { incomeBy, income, expense, net: income - expense, collected, kapora }
}
