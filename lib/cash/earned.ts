import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { dayOf } from '@/lib/kernel/zone'
import { openDebts } from './ageing'
import { grossOf, type SaleLine } from './sale'
import { type StaffShare, shareOf, shareOn } from './share'
import type { Account, Transfer } from './transfer'

const paidInto = ['cash', 'card', 'bank', 'kapora'] as const
const isPaid = (account: Account | undefined) => paidInto.some(kind => kind === account?.kind)

/**
 * What of each line has been collected by these movements (SPEC CA34): what was paid, and of what was left on veresiye what the customer's
 * payments have reached (SPEC CA12).
 */
export function collectedOf(transfers: readonly Transfer[], accounts: ReadonlyMap<Id, Account>): Map<Id, Kurus> {
  const collected = new Map<Id, Kurus>()
  const add = (line: Id | null, amount: Kurus) => line && collected.set(line, (collected.get(line) ?? 0) + amount)
  const takenBack = new Set(transfers.map(({ reversesId }) => reversesId))
  const onVeresiye: Transfer[] = []
  for (const transfer of transfers) {
    const [from, to] = [accounts.get(transfer.fromAccountId), accounts.get(transfer.toAccountId)]
    if (from?.kind === 'income' && isPaid(to)) add(transfer.lineId, transfer.amount)
    if (to?.kind === 'income' && isPaid(from)) add(transfer.lineId, -transfer.amount)
    if (from?.kind === 'veresiye' || to?.kind === 'veresiye') onVeresiye.push(transfer)
    const stands = !transfer.reversesId && !takenBack.has(transfer.id)
    if (stands && from?.kind === 'veresiye' && to?.kind === 'income') add(transfer.lineId, -transfer.amount)
  }
  for (const [debtor, theirs] of accountsByDebtor(accounts)) {
    const of = onVeresiye.filter(one => theirs.has(one.fromAccountId) || theirs.has(one.toAccountId))
    if (of.length === 0 || !debtor) continue
    const left = new Map(openDebts(of, theirs).map(({ transfer, left }) => [transfer.id, left]))
    for (const debt of of) {
      const stands = !debt.reversesId && !takenBack.has(debt.id)
      if (stands && theirs.has(debt.toAccountId) && !theirs.has(debt.fromAccountId))
        add(debt.lineId, debt.amount - (left.get(debt.id) ?? 0))
    }
  }
  return collected
}

/** What each chair has earned by these movements (SPEC CA35). Lines that are not given bring nothing. */
export function earnedBy(
  transfers: readonly Transfer[],
  lines: readonly SaleLine[],
  shares: readonly StaffShare[],
  accounts: ReadonlyMap<Id, Account>,
  zone: string,
): Map<Id, Kurus> {
  const collected = collectedOf(transfers, accounts)
  const earned = new Map<Id, Kurus>()
  for (const line of lines) {
    const [gross, paid] = [grossOf(line), collected.get(line.id)]
    if (!line.staffId || paid === undefined) continue
    const work = { quantity: line.quantity, gross, collected: Math.max(0, Math.min(gross, paid)) }
    const share = shareOf(work, shareOn(shares, line.staffId, dayOf(line.eventAt, zone)))
    earned.set(line.staffId, (earned.get(line.staffId) ?? 0) + share)
  }
  return earned
}

function accountsByDebtor(accounts: ReadonlyMap<Id, Account>): Map<Id | null, Set<Id>> {
  const byDebtor = new Map<Id | null, Set<Id>>()
  for (const { id, kind, customerId } of accounts.values()) {
    if (kind !== 'veresiye') continue
    const theirs = byDebtor.get(customerId)
    if (theirs) theirs.add(id)
    else byDebtor.set(customerId, new Set([id]))
  }
  return byDebtor
}
