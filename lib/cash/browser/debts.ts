import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { type OpenDebt, openDebts } from '../ageing'
import type { Account, Transfer } from '../transfer'
import { worth } from '../unsettled'
import { customersAccounts, transfersOfAccounts } from './own-transfers'

/** What one customer owes, and what he has paid ahead. */
export interface MoneyOfCustomer {
  customerId: Id
  /** In kuruş; below zero he has paid too much. */
  owed: Kurus
  /** The oldest first; together `owed`, where that is above zero. */
  debts: OpenDebt[]
  kapora: Kurus
}

/** What this customer owes and has paid ahead, whichever accounts that stands on (SPEC CA14). */
export async function moneyOfCustomer(db: ShopDatabase, customerId: Id): Promise<MoneyOfCustomer> {
  const accounts = await mirror<Account>(db, 'accounts').where('customerId').equals(customerId).toArray()
  const transfers = await transfersOfAccounts(
    db,
    accounts.map(({ id }) => id),
  )
  return reckon(customerId, accounts, transfers)
}

/** Everybody who owes something or has paid something ahead. */
export async function moneyOfCustomers(db: ShopDatabase): Promise<MoneyOfCustomer[]> {
  const accounts = await customersAccounts(db)
  const transfers = await transfersOfAccounts(
    db,
    accounts.map(({ id }) => id),
  )
  const whose = new Map(accounts.map(({ id, customerId }) => [id, customerId]))
  const ofCustomer = new Map<Id, Transfer[]>()
  for (const transfer of transfers) {
    const customers = new Set([whose.get(transfer.fromAccountId), whose.get(transfer.toAccountId)])
    for (const customer of customers) {
      if (customer) ofCustomer.set(customer, [...(ofCustomer.get(customer) ?? []), transfer])
    }
  }
  return [...ofCustomer].flatMap(([customerId, own]) => {
    const money = reckon(
      customerId,
      accounts.filter(account => account.customerId === customerId),
      own,
    )
    return money.owed !== 0 || money.kapora !== 0 ? [money] : []
  })
}

function reckon(customerId: Id, accounts: readonly Account[], transfers: readonly Transfer[]): MoneyOfCustomer {
  const of = (kind: Account['kind']) => new Set(accounts.filter(one => one.kind === kind).map(({ id }) => id))
  const veresiye = of('veresiye')
  return {
    customerId,
    owed: worth(transfers, veresiye),
    debts: openDebts(transfers, veresiye),
    // The shop's debt: what came in stands below zero.
    kapora: 0 - worth(transfers, of('kapora')),
  }
}
