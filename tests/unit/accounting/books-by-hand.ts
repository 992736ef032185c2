import fc from 'fast-check'
import { type BookAccount, type BookRow, entryOf } from '@/lib/accounting/entry'
import { kdvIn, kdvRates } from '@/lib/cash/kdv'
import { newId } from '@/lib/kernel/id'

/** An account of each kind there is. */
export const accountsByKind = Object.fromEntries(
  [
    'cash',
    'card',
    'bank',
    'veresiye',
    'kapora',
    'staff',
    'income',
    'expense',
    'shares',
    'surplus',
    'shortage',
    'owner',
    'opening',
  ].map(kind => [kind, { id: newId(), kind, name: kind }]),
) as Record<string, BookAccount>
const accounts = Object.values(accountsByKind)

export const rowOf = (from: string, to: string, more: Partial<BookRow> = {}): BookRow => ({
  id: newId(),
  day: '2026-11-10',
  eventAt: '2026-11-10T09:00:00.000Z',
  amount: 12_000,
  kdv: 0,
  kdvRate: null,
  reversesId: null,
  note: null,
  thing: null,
  quantity: null,
  documentKind: null,
  documentNo: null,
  documentDay: null,
  from: accountsByKind[from]!,
  to: accountsByKind[to]!,
  counterparty: null,
  ...more,
})

/** Any row the ledger can hold. */
export const anyRow: fc.Arbitrary<BookRow> = fc
  .record({
    from: fc.constantFrom(...accounts),
    to: fc.constantFrom(...accounts),
    amount: fc.integer({ min: 1, max: 100_000_000_000 }),
    kdvRate: fc.constantFrom(...kdvRates),
    takenBack: fc.boolean(),
    day: fc.integer({ min: 1, max: 28 }),
    counterparty: fc.option(fc.string()),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, amount, kdvRate, takenBack, day, counterparty }) =>
    rowOf(from.kind, to.kind, {
      amount,
      kdvRate,
      kdv: kdvIn(amount, kdvRate),
      reversesId: takenBack ? newId() : null,
      day: `2026-11-${String(day).padStart(2, '0')}`,
      counterparty,
    }),
  )

/** Any month of them, in the order of its days. */
export const anyEntries = fc
  .array(anyRow, { maxLength: 60 })
  .map(rows => rows.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map(entryOf))

export async function* passingBy<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

export async function all<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
