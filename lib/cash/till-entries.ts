import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'
import { isPlace, type WayKind, wayKinds } from './movement'
import type { Account, AccountKind, Transfer } from './transfer'

/** What happened at the till, as a shopkeeper would call it. */
export type EntryKind =
  | 'sale'
  | 'refund'
  | 'income'
  | 'expense'
  | 'collected' // a debt was paid
  | 'kapora' // paid ahead
  | 'kapora-back'
  | 'kapora-kept' // he did not come: now it is income
  | 'paid-out' // a chair's share or tips
  | 'brought-in' // by a chair
  | 'debt' // a debt that was there before the book was
  | 'taken-out' // of the drawer, by the owner
  | 'put-in' // into the drawer, by the owner
  | 'surplus' // a counted drawer had more than it should
  | 'shortage' // or less
  | 'moved' // from one place to another

/** One line of the till: a sale with all its money, or a transfer of its own. */
export interface Entry {
  /** The sale's, or the transfer's. */
  id: Id
  kind: EntryKind
  at: Instant
  /** What it is made of; of a sale also the tip. */
  transfers: Transfer[]
  amount: Kurus
  /** Money comes in, or is owed to the shop: +. It goes out: −. Neither: 0. */
  sign: 1 | -1 | 0
  /** How it was paid, or where it came from. */
  ways: { kind: AccountKind; amount: Kurus }[]
  /** The income or expense it is of; of several the first. */
  category: Account | null
  /** It is the taking back of something older. */
  isBack: boolean
  /** All of it was taken back. */
  takenBack: boolean
}

/**
 * The lines of a day, the oldest first. What was taken back on the same day stands once and says so; the taking back of something older stands for
 * itself.
 * @param reversals the transfers that take some of these back, whenever that was
 */
export function tillEntries(
  transfers: readonly Transfer[],
  reversals: readonly Transfer[],
  accounts: ReadonlyMap<Id, Account>,
): Entry[] {
  const ofThisDay = new Set(transfers.map(({ id }) => id))
  const takenBack = new Set(reversals.map(({ reversesId }) => reversesId))
  const groups = new Map<string, Transfer[]>()
  for (const transfer of transfers) {
    if (transfer.reversesId && ofThisDay.has(transfer.reversesId)) continue
    const key = keyOf(transfer, accounts)
    groups.set(key, [...(groups.get(key) ?? []), transfer])
  }
  return [...groups.values()].flatMap(group => entryOf(group, takenBack, accounts) ?? [])
}

/** The money of a sale stands together; what was given back of it, and every other transfer, for itself. */
function keyOf({ id, saleId, fromAccountId, reversesId }: Transfer, accounts: ReadonlyMap<Id, Account>): string {
  const from = accounts.get(fromAccountId)?.kind
  if (!saleId) return id
  if (reversesId) return `${saleId} back`
  return from === 'income' || from === 'staff' ? saleId : id
}

function entryOf(
  group: Transfer[],
  takenBack: ReadonlySet<Id | null>,
  accounts: ReadonlyMap<Id, Account>,
): Entry | null {
  const [first] = group as [Transfer]
  const isBack = first.reversesId !== null
  // What takes back is read the other way round: it is called by what it takes back.
  const [from, to] = sidesOf(first, isBack, accounts)
  // What a chair has earned moves no money of the day: it is read at its end.
  if (!from || !to || from.kind === 'shares' || to.kind === 'shares') return null
  const kind = first.saleId && (from.kind === 'income' || from.kind === 'staff') ? 'sale' : kindOf(from.kind, to.kind)
  const sign = signs[kind]
  const ways = new Map<AccountKind, Kurus>()
  for (const transfer of group) {
    const [source, place] = sidesOf(transfer, isBack, accounts)
    const way = wayOf(kind, source, place)
    if (way) ways.set(way, (ways.get(way) ?? 0) + transfer.amount)
  }
  return {
    id: isBack || kind !== 'sale' ? first.id : first.saleId!,
    kind,
    at: first.eventAt,
    transfers: group,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    sign: isBack ? (-sign as Entry['sign']) : sign,
    ways: [...ways].map(([way, amount]) => ({ kind: way, amount })),
    category: [from, to].find(account => account.kind === 'income' || account.kind === 'expense') ?? null,
    isBack,
    takenBack: group.every(({ id }) => takenBack.has(id)),
  }
}

function sidesOf({ fromAccountId, toAccountId }: Transfer, isBack: boolean, accounts: ReadonlyMap<Id, Account>) {
  const sides = [accounts.get(fromAccountId), accounts.get(toAccountId)]
  return isBack ? sides.reverse() : sides
}

const signs: Record<EntryKind, Entry['sign']> = {
  sale: 1,
  refund: -1,
  income: 1,
  expense: -1,
  collected: 1,
  kapora: 1,
  'kapora-back': -1,
  'kapora-kept': 0,
  'paid-out': -1,
  'brought-in': 1,
  debt: 0,
  'taken-out': -1,
  'put-in': 1,
  surplus: 1,
  shortage: -1,
  moved: 0,
}

function kindOf(from: AccountKind, to: AccountKind): EntryKind {
  if (from === 'kapora' && to === 'income') return 'refund'
  if (to === 'kapora' && from === 'income') return 'kapora-kept'
  if (from === 'income') return 'income'
  if (to === 'income') return 'refund'
  if (to === 'expense') return 'expense'
  if (from === 'expense') return 'income'
  if (from === 'opening') return 'debt'
  if (to === 'owner') return 'taken-out'
  if (from === 'owner') return 'put-in'
  if (from === 'surplus') return 'surplus'
  if (to === 'shortage') return 'shortage'
  if (from === 'veresiye') return 'collected'
  if (from === 'kapora') return 'kapora'
  if (to === 'kapora') return 'kapora-back'
  if (to === 'staff') return 'paid-out'
  return from === 'staff' ? 'brought-in' : 'moved'
}

/** The account that says how: where it went, or, of what goes out, where it came from. */
function wayOf(kind: EntryKind, from: Account | undefined, to: Account | undefined): AccountKind | undefined {
  const known = (account: Account | undefined) =>
    wayKinds.some((way: WayKind) => way === account?.kind) ? account?.kind : undefined
  if (signs[kind] < 0) return known(from)
  if (kind === 'kapora-kept') return undefined
  return known(to) ?? (isPlace(from) ? from.kind : undefined)
}
