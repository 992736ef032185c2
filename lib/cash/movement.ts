import type { Kurus } from '@/lib/kernel/money'
import type { Account, AccountKind, Transfer } from './transfer'

/** Where the shop keeps money. */
export const placeKinds = ['cash', 'card', 'bank'] as const
export type PlaceKind = (typeof placeKinds)[number]
export type Place = Account & { kind: PlaceKind }
export type Category = Account & { kind: 'income' | 'expense' }

/** A transfer as a shopkeeper sees it: so much in or out of a place, for something. */
export interface Movement {
  transfer: Transfer
  place: Place
  category: Category
  /** What the place gained (negative: lost), in kuruş. Taking back an income is a loss, taking back an expense a gain. */
  signed: Kurus
}

/** Null for money that neither came in nor went out, or whose accounts this phone does not know. */
export function movementOf(transfer: Transfer, accounts: ReadonlyMap<string, Account>): Movement | null {
  const [from, to] = [accounts.get(transfer.fromAccountId), accounts.get(transfer.toAccountId)]
  if (isCategory(from) && isPlace(to)) return { transfer, place: to, category: from, signed: transfer.amount }
  if (isPlace(from) && isCategory(to)) return { transfer, place: from, category: to, signed: -transfer.amount }
  return null
}

/** The shop's account of that kind; of several, the first in its own order ("Hizmet" among the incomes). */
export const accountOf = (accounts: readonly Account[], kind: AccountKind): Account | undefined =>
  accounts.filter(account => account.kind === kind).sort((a, b) => a.position - b.position)[0]

const isPlace = (account: Account | undefined): account is Place => placeKinds.some(kind => kind === account?.kind)

const isCategory = (account: Account | undefined): account is Category =>
  account?.kind === 'income' || account?.kind === 'expense'
