import 'server-only'
import { BYTE_ORDER_MARK, csvLine } from '@/lib/files/csv'
import { type Bytes, utf8 } from '@/lib/files/zip'
import type { Books } from '../books'
import { entryCells } from '../entry-cells'
import type { EntryMapping } from '../mapping'
import { summaryColumns, summaryRows } from '../summary'
import { passing } from './passing'

/** The books as CSV. What the file states of itself comes behind the rows and an empty line. */
export const writeCsv = (books: Books, mapping: EntryMapping): Bytes => utf8(lines(books, mapping))

async function* lines(books: Books, mapping: EntryMapping): AsyncGenerator<string> {
  const titles = (columns: readonly { title: string }[]) => csvLine(columns.map(({ title }) => ({ text: title })))
  const passed = passing(books)
  yield BYTE_ORDER_MARK + titles(mapping.columns)
  for await (const entry of passed.entries()) {
    const cells = entryCells(entry, mapping)
    if (cells) yield csvLine(cells)
  }
  yield csvLine([])
  yield titles(summaryColumns)
  for (const row of summaryRows(books, passed)) yield csvLine(row)
}
