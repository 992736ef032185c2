import { fail, ok, type Result } from '@/lib/kernel/result'
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS } from './limits'

export type ColumnRole = 'name' | 'surname' | 'phone' | 'email' | 'note' | 'debt' | 'ignore'

export interface Row {
  /** As the owner sees it in the file, from 1; the n-th person of a contact list. */
  number: number
  cells: string[]
}

/** A list as it was found: text only, no blank rows, no invisible characters. */
export interface Table {
  rows: Row[]
  /** What the columns are, where the format itself says so (contacts); a sheet leaves it to be guessed. */
  roles: ColumnRole[] | null
}

// Control characters, halves of emoji that the database would refuse, and marks of direction: iPhones wrap phone numbers
// in them, and a name could use them to be read backwards. The joiners inside emoji and scripts stay.
const INVISIBLE = /[\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?![\t\n])\p{Cc}/gu

/** A table of raw cells, or why it is none. Nothing in a cell is ever run or rendered: `=1+1` and `<b>` are just letters. */
export function toTable(
  cells: string[][],
  roles: ColumnRole[] | null = null,
): Result<Table, 'empty' | 'too-many-rows' | 'too-many-columns'> {
  if (cells.length > MAX_ROWS) return fail('too-many-rows')
  if (cells.some(row => row.length > MAX_COLUMNS)) return fail('too-many-columns')

  const rows = cells
    .map((row, index) => ({ number: index + 1, cells: row.map(plainText) }))
    .filter(row => row.cells.some(cell => cell !== ''))
  return rows.length > 0 ? ok({ rows, roles }) : fail('empty')
}

function plainText(cell: string): string {
  return cell.slice(0, MAX_CELL_LENGTH).replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim()
}
