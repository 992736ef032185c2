import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, rowKey, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Account, Transfer } from '../transfer'
import { standing, unsettled } from '../unsettled'

/** The accounts of customers: what they owe, what they have paid ahead. */
export const customersAccounts = (db: ShopDatabase): Promise<Account[]> =>
  mirror<Account>(db, 'accounts')
    .where('customerId')
    .above('') // an index holds no null
    .toArray()

/** Everything this phone knows to have moved on these accounts, each transfer once. */
export async function transfersOfAccounts(db: ShopDatabase, accountIds: readonly Id[]): Promise<Transfer[]> {
  const transfers = mirror<Transfer>(db, 'transfers')
  const [out, into] = await Promise.all([
    transfers.where('fromAccountId').anyOf(accountIds).toArray(),
    transfers.where('toAccountId').anyOf(accountIds).toArray(),
  ])
  return [...new Map([...out, ...into].map(transfer => [transfer.id, transfer])).values()]
}

/** The keys of what has to stay however old it is, so that who owes what stays known (SPEC CA15). */
export async function keptForDebts(db: ShopDatabase, oldest: Instant): Promise<ReadonlySet<string>> {
  const accounts = await customersAccounts(db)
  const transfers = await transfersOfAccounts(
    db,
    accounts.map(({ id }) => id),
  )
  return new Set([...unsettled(transfers, accounts, oldest)].map(id => rowKey('transfers', id)))
}

/** Who has owed something, paid or not. */
export async function whoHasOwed(db: ShopDatabase): Promise<ReadonlySet<Id>> {
  const accounts = (await customersAccounts(db)).filter(({ kind }) => kind === 'veresiye')
  const moved = await transfersOfAccounts(
    db,
    accounts.map(({ id }) => id),
  )
  const touched = new Set(standing(moved).flatMap(({ fromAccountId, toAccountId }) => [fromAccountId, toAccountId]))
  return new Set(accounts.flatMap(({ id, customerId }) => (customerId && touched.has(id) ? [customerId] : [])))
}
