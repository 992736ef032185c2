import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Transfer } from './transfer'

/** What came into each account less what left it; accounts that no money touched are not in it. All of it together is zero (SPEC CA1). */
export function balancesOf(
  transfers: readonly Pick<Transfer, 'fromAccountId' | 'toAccountId' | 'amount'>[],
): Map<Id, Kurus> {
  const balances = new Map<Id, Kurus>()
  const add = (account: Id, amount: Kurus) => balances.set(account, (balances.get(account) ?? 0) + amount)
  for (const { fromAccountId, toAccountId, amount } of transfers) {
    add(fromAccountId, -amount)
    add(toAccountId, amount)
  }
  return balances
}
