import type { Kurus } from '@/lib/kernel/money'
import type { Account, AccountKind, Transfer } from './transfer'

/** Where the shop keeps money. */
export const placeKinds = ['cash', 'card', 'bank'] as const
export type PlaceKind = (typeof placeKinds)[number]
export type Place = Account & { kind: PlaceKind }
export type Category = Account & { kind: 'income' | 'expense' }

/** How something is paid: into a place, as a debt, or with what was paid ahead. */
export const wayKinds = ['cash', 'card', 'bank', 'veresiye', 'kapora'] as const
export type WayKind = (typeof wayKinds)[number]
export type Way = Account & { kind: WayKind }

/** Income or expense, as a shopkeeper sees it: so much, for something, in some way. */
export interface Movement {
  transfer: Transfer
  way: Way
  category: Category
  /** What came in (negative: went out), in kuruş. Taking back an income is a loss, taking back an expense a gain. */
  signed: Kurus
}

/** Null for money that neither was earned nor spent (a debt collected, cash brought to the bank), or whose accounts this phone does not know. */
export function movementOf(transfer: Transfer, accounts: ReadonlyMap<string, Account>): Movement | null {
  const [from, to] = [accounts.get(transfer.fromAccountId), accounts.get(transfer.toAccountId)]
  if (isCategory(from) && isWay(to)) return { transfer, way: to, category: from, signed: transfer.amount }
  if (isWay(from) && isCategory(to)) return { transfer, way: from, category: to, signed: -transfer.amount }
  return null
}

/** The shop's account of that kind; of several, the first in its own order ("Hizmet" among the incomes). */
export const accountOf = (accounts: readonly Account[], kind: AccountKind): Account | undefined =>
  accounts.filter(account => account.kind === kind).sort((a, b) => a.position - b.position)[0]

export const isPlace = (account: Account | undefined): account is Place =>
  placeKinds.some(kind => kind === account?.kind)

const isWay = (account: Account | undefined): account is Way => wayKinds.some(kind => kind === account?.kind)

const isCategory = (account: Account | undefined): account is Category =>
  account?.kind === 'income' || account?.kind === 'expense'
