import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'

/**
 * What a row is to an accountant. `gelir` and `gider` are the books; `tahsilat` and `odeme` move money without being either (a debt paid, a kapora,
 * a chair's share, what the owner takes); `virman` moves it between the shop's own places; `fark` is what a counted drawer had too much or too little;
 * `mahsup` sets one debt against another.
 */
export const directions = ['gelir', 'gider', 'tahsilat', 'odeme', 'virman', 'fark', 'mahsup'] as const
export type Direction = (typeof directions)[number]

export const paymentKinds = ['nakit', 'kart', 'havale', 'veresiye', 'kapora', 'hakedis'] as const
export type PaymentKind = (typeof paymentKinds)[number]

export interface BookAccount {
  id: Id
  /** As in lib/cash/transfer.ts; one that is new there is no reason to keep a year of books back. */
  kind: string
  name: string
}

/** A row of the books as the database tells it, personal fields opened. */
export interface BookRow {
  id: Id
  /** In whose book it stands. */
  day: Day
  eventAt: string
  amount: Kurus
  kdv: Kurus
  kdvRate: number | null
  reversesId: Id | null
  note: string | null
  /** The service or product of the line that was paid for. */
  thing: string | null
  quantity: number | null
  documentKind: string | null
  documentNo: string | null
  documentDay: Day | null
  from: BookAccount
  to: BookAccount
  /** Who wrote the document, the customer who owes or is owed, or the chair. */
  counterparty: string | null
}

/** A row of the books as an accountant reads it (SPEC CA51–54). */
export interface Entry {
  id: Id
  date: Day
  direction: Direction
  /** Less than zero: a refund, or an older row taken back. */
  gross: Kurus
  /** In percent; null: no KDV, or none written down. */
  kdvRate: number | null
  base: Kurus
  kdv: Kurus
  paymentKind: PaymentKind | null
  category: string | null
  description: string | null
  documentKind: string | null
  documentNo: string | null
  documentDay: Day | null
  counterparty: string | null
  from: BookAccount
  to: BookAccount
  /** The row that this one takes back. */
  corrects: Id | null
}

const payments: Readonly<Record<string, PaymentKind>> = {
  cash: 'nakit',
  card: 'kart',
  bank: 'havale',
  veresiye: 'veresiye',
  kapora: 'kapora',
  staff: 'hakedis',
}

export function entryOf(row: BookRow): Entry {
  // What is taken back is of the kind it was, with a minus.
  const [from, to] = row.reversesId ? [row.to, row.from] : [row.from, row.to]
  const { direction, sign, other, category } = kindOf(from, to)
  const signed = (row.reversesId ? -1 : 1) * sign
  const money = (kurus: Kurus) => (kurus === 0 ? 0 : signed * kurus)
  return {
    id: row.id,
    date: row.day,
    direction,
    gross: money(row.amount),
    kdvRate: row.kdvRate,
    base: money(row.amount - row.kdv),
    kdv: money(row.kdv),
    paymentKind: (other && payments[other.kind]) ?? null,
    category: category?.name ?? null,
    description:
      row.thing && row.quantity && row.quantity > 1
        ? `${row.quantity} × ${row.thing}`
        : (row.thing ?? (direction === 'gider' ? row.note : null)),
    documentKind: row.documentKind,
    documentNo: row.documentNo,
    documentDay: row.documentDay,
    counterparty: row.counterparty,
    from: row.from,
    to: row.to,
    corrects: row.reversesId,
  }
}

const isPlace = ({ kind }: BookAccount) => kind === 'cash' || kind === 'card' || kind === 'bank'
// What chairs earn is an expense from the moment it is owed to them.
const isExpense = ({ kind }: BookAccount) => kind === 'expense' || kind === 'shares'
const isCategory = (account: BookAccount) => account.kind === 'income' || isExpense(account)
const isDifference = ({ kind }: BookAccount) => kind === 'surplus' || kind === 'shortage'

interface Kind {
  direction: Direction
  sign: 1 | -1
  /** The account by which it was paid. */
  other: BookAccount | null
  category: BookAccount | null
}

function kindOf(from: BookAccount, to: BookAccount): Kind {
  if (isCategory(from) && isCategory(to)) return { direction: 'mahsup', sign: 1, other: null, category: null }
  if (from.kind === 'income') return { direction: 'gelir', sign: 1, other: to, category: from }
  if (to.kind === 'income') return { direction: 'gelir', sign: -1, other: from, category: to }
  if (isExpense(to)) return { direction: 'gider', sign: 1, other: from, category: to }
  if (isExpense(from)) return { direction: 'gider', sign: -1, other: to, category: from }
  // A surplus is something found, a shortage something gone.
  if (isDifference(from)) return { direction: 'fark', sign: 1, other: null, category: from }
  if (isDifference(to)) return { direction: 'fark', sign: -1, other: null, category: to }
  const direction = isPlace(from) ? (isPlace(to) ? 'virman' : 'odeme') : isPlace(to) ? 'tahsilat' : 'mahsup'
  const other = direction === 'odeme' ? from : direction === 'tahsilat' ? to : null
  return { direction, sign: 1, other, category: null }
}
