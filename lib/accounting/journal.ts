import { type Cell, textCell } from '@/lib/files/cell'
import type { Kurus } from '@/lib/kernel/money'
import { type Codes, codeOf, kdvCode } from './codes'
import type { Entry } from './entry'
import type { JournalMapping, journalFields } from './mapping'
import { wordsOf } from './words'

/** A line of a slip: one account, debited or credited. */
export interface JournalLine {
  entry: Entry
  account: string
  debit: Kurus
  credit: Kurus
}

/** A row as debit and credit, equal in sum. The KDV of income and expense stands in an account of its own. */
export function journalLines(entry: Entry, codes: Codes): JournalLine[] {
  const { from, to, kdv: signedKdv, gross } = entry
  const [amount, kdv] = [Math.abs(gross), Math.abs(signedKdv)]
  const line = (account: string, side: 'debit' | 'credit', kurus: Kurus): JournalLine => ({
    entry,
    account,
    debit: side === 'debit' ? kurus : 0,
    credit: side === 'credit' ? kurus : 0,
  })
  // Money came to `to`, which is debited, from `from`, which is credited; a row that takes back has them the other way round already.
  return (['debit', 'credit'] as const).flatMap(side => {
    const account = side === 'debit' ? to : from
    const category = entry.direction === 'gelir' ? 'income' : entry.direction === 'gider' ? 'expense' : null
    if (kdv === 0 || !isOf(account.kind, category)) return [line(codeOf(account, codes), side, amount)]
    const tax = line(kdvCode(category === 'income' ? 'kdv-out' : 'kdv-in', codes), side, kdv)
    return [line(codeOf(account, codes), side, amount - kdv), tax].filter(one => one.debit + one.credit > 0)
  })
}

const isOf = (kind: string, category: 'income' | 'expense' | null) =>
  category !== null && (kind === category || (kind === 'shares' && category === 'expense'))

/** A slip: some lines of one day, balanced. */
export interface Slip {
  number: number
  lines: JournalLine[]
}

/** One slip a day; a day with more lines than a slip may have has several, and no entry is cut in two. Entries come in the order of their days. */
export async function* slips(
  entries: AsyncIterable<Entry>,
  codes: Codes,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<Slip> {
  let open: Slip = { number: 1, lines: [] }
  for await (const entry of entries) {
    const lines = journalLines(entry, codes)
    const day = open.lines[0]?.entry.date
    if (day !== undefined && (day !== entry.date || open.lines.length + lines.length > longest)) {
      yield open
      open = { number: open.number + 1, lines: [] }
    }
    open.lines.push(...lines)
  }
  if (open.lines.length > 0) yield open
}

type Field = (typeof journalFields)[number]

const cells: Record<Field, (line: JournalLine, slip: number) => Cell> = {
  slip: (_, slip) => ({ number: slip }),
  date: ({ entry }) => ({ day: entry.date }),
  slipWords: () => ({ text: 'Siftah günlük kayıtlar' }),
  account: ({ account }) => ({ text: account }),
  documentNo: ({ entry }) => textCell(entry.documentNo),
  documentDay: ({ entry }) => (entry.documentDay ? { day: entry.documentDay } : null),
  words: ({ entry }) => textCell(wordsOf(entry)),
  debit: ({ debit }) => ({ kurus: debit }),
  credit: ({ credit }) => ({ kurus: credit }),
}

export const slipCells = ({ number, lines }: Slip, { columns }: JournalMapping): Cell[][] =>
  lines.map(line => columns.map(({ field }) => (field ? cells[field](line, number) : null)))
