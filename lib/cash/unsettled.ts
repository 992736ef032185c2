import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'
import type { Account, Transfer } from './transfer'

/** What neither was taken back nor takes back: the rest counts as if it had never been (SPEC CA12). */
export function standing<T extends Pick<Transfer, 'id' | 'reversesId'>>(transfers: readonly T[]): T[] {
  const takenBack = new Set(transfers.map(({ reversesId }) => reversesId))
  return transfers.filter(({ id, reversesId }) => !reversesId && !takenBack.has(id))
}

/** What the accounts are worth together by what stands, in kuruş: of a veresiye what is owed, below zero what was paid too much. */
export const worth = (transfers: readonly Transfer[], accounts: ReadonlySet<Id>): Kurus =>
  standing(transfers).reduce((sum, transfer) => sum + signedInto(transfer, accounts), 0)

/** What the transfer brings to these accounts together. */
export const signedInto = ({ fromAccountId, toAccountId, amount }: Transfer, accounts: ReadonlySet<Id>): Kurus =>
  (accounts.has(toAccountId) ? amount : 0) - (accounts.has(fromAccountId) ? amount : 0)

/**
 * What moved on the accounts of customers and has not been settled: everything since the account was last at zero, at `until` or earlier (SPEC CA15).
 * Without the rest the balance is the same. The database says the same to a new phone (`private.unsettled`), with 62 days ago for `until`.
 */
export function unsettled(
  transfers: readonly Transfer[],
  accounts: readonly Account[],
  until: Instant,
): ReadonlySet<Id> {
  const stands = standing(transfers).sort((a, b) => order(a, b))
  const groups = new Map<string, Set<Id>>()
  for (const { id, kind, customerId } of accounts) {
    const key = `${kind} ${customerId}`
    if (customerId) groups.set(key, (groups.get(key) ?? new Set()).add(id))
  }
  const kept = new Set<Id>()
  for (const own of groups.values()) {
    let balance = 0
    let since: Id[] = []
    for (const transfer of stands) {
      if (!own.has(transfer.fromAccountId) && !own.has(transfer.toAccountId)) continue
      balance += signedInto(transfer, own)
      since.push(transfer.id)
      if (balance === 0 && transfer.eventAt <= until) since = []
    }
    for (const id of since) kept.add(id)
  }
  return kept
}

const order = (a: Transfer, b: Transfer) =>
  a.eventAt < b.eventAt ? -1 : a.eventAt > b.eventAt ? 1 : a.id < b.id ? -1 : 1
