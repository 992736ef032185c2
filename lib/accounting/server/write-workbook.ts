import 'server-only'
import type { Cell } from '@/lib/files/cell'
import { type Sheet, workbook } from '@/lib/files/workbook'
import { type Bytes, type ZippedFile, zip } from '@/lib/files/zip'
import type { Books } from '../books'
import { entryCells } from '../entry-cells'
import { type Slip, slipCells, slips } from '../journal'
import type { EntryMapping, JournalMapping } from '../mapping'
import { periodWords } from '../period'
import { summaryColumns, summaryRows } from '../summary'
import { type Passing, passing } from './passing'

const titleOf = ({ shop, period }: Books, { title }: { title: string }) =>
  `${shop.name} · ${title} · ${periodWords(period)}`

const summaryOf = (books: Books, passed: Passing): Sheet => ({
  name: 'Özet',
  columns: summaryColumns,
  // Asked for once the rows before it have passed.
  rows: { [Symbol.iterator]: () => summaryRows(books, passed) },
})

/** The books as .xlsx in the columns of a mapping, and a sheet of what they add up to. */
export function writeWorkbook(books: Books, mapping: EntryMapping | JournalMapping): Bytes {
  const passed = passing(books)
  const rows = mapping.rows === 'entries' ? tableRows(passed, mapping) : journalRows(passed, books, mapping)
  const table = { name: mapping.sheet, columns: mapping.columns, rows }
  return workbook(titleOf(books, mapping), [table, summaryOf(books, passed)])
}

async function* tableRows(passed: Passing, mapping: EntryMapping): AsyncGenerator<Cell[]> {
  for await (const entry of passed.entries()) {
    const cells = entryCells(entry, mapping)
    if (cells) yield cells
  }
}

async function* journalRows(passed: Passing, { codes }: Books, mapping: JournalMapping): AsyncGenerator<Cell[]> {
  for await (const slip of slips(passed.entries(), codes, mapping.linesPerSlip)) yield* slipCells(slip, mapping)
}

/** A zip of workbooks with no more slips in each than the program takes at once, and one with what they add up to. */
export const writeWorkbooks = (books: Books, mapping: JournalMapping, name: string): Bytes =>
  zip(workbooks(books, mapping, name))

async function* workbooks(books: Books, mapping: JournalMapping, name: string): AsyncGenerator<ZippedFile> {
  const { slipsPerFile = Number.POSITIVE_INFINITY, linesPerSlip } = mapping
  const passed = passing(books)
  const source = slips(passed.entries(), books.codes, linesPerSlip)
  let next: IteratorResult<Slip, unknown> = await source.next()
  async function* rows(): AsyncGenerator<Cell[]> {
    for (let taken = 0; !next.done && taken < slipsPerFile; taken++) {
      yield* slipCells(next.value, mapping)
      next = await source.next()
    }
  }
  const file = (name: string, sheet: Sheet): ZippedFile => ({
    name: `${name}.xlsx`,
    content: workbook(titleOf(books, mapping), [sheet]),
    stored: true,
  })
  for (let n = 1; !next.done; n++)
    yield file(`${name}-${String(n).padStart(2, '0')}`, { name: mapping.sheet, columns: mapping.columns, rows: rows() })
  yield file('ozet', summaryOf(books, passed))
}
