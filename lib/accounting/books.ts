import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Codes } from './codes'
import type { Entry } from './entry'
import type { Period } from './period'

/** What an account held at the first moment of the period and at its last, and what came and went between. */
export interface Balance {
  /** Null: all accounts of customers or chairs of that kind together. */
  id: Id | null
  kind: string
  name: string
  opening: Kurus
  received: Kurus
  given: Kurus
  closing: Kurus
}

/** The books of a shop over a period. The rows come once, page by page; how far they are can be seen beside. */
export interface Books {
  shop: { id: Id; name: string; phone: string | null; address: string | null; zone: string }
  period: Period
  codes: Codes
  balances: readonly Balance[]
  /** KDV taken with income, and paid with expenses. */
  kdv: { sold: Kurus; paid: Kurus }
  count: number
  /** How many rows have been read. */
  read: number
  entries(): AsyncGenerator<Entry>
}

/** What the balances of many accounts together are called. */
export const sharedNames: Readonly<Record<string, string>> = {
  veresiye: 'Müşterilerin veresiyesi',
  kapora: 'Alınan kaporalar',
  staff: 'Çalışanların hakedişi',
}

/** What came in and went out by category, from the balances alone: no row has to be read for it. */
export function categoriesOf({ balances }: Pick<Books, 'balances'>) {
  const sums = (kinds: readonly string[], sign: 1 | -1) =>
    balances
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name, received, given }) => ({ name, amount: sign * (received - given) }))
      .filter(({ amount }) => amount !== 0)
  return { income: sums(['income'], -1), expense: sums(['expense', 'shares'], 1) }
}

export const sumOf = (lines: readonly { amount: Kurus }[]): Kurus => lines.reduce((sum, { amount }) => sum + amount, 0)
