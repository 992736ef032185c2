import { type Cell, decimalOf, dottedDay } from './cell'

/** Excel reads a CSV as UTF-8 only behind this. */
export const BYTE_ORDER_MARK = '﻿'

/** One line as Turkish spreadsheets read it: semicolons, decimal commas, dd.MM.yyyy; RFC 4180 otherwise. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(';')}\r\n`

function written(cell: Cell): string {
  if (cell === null) return ''
  if ('kurus' in cell) return decimalOf(cell.kurus, ',')
  if ('number' in cell) return String(cell.number).replace('.', ',')
  if ('day' in cell) return dottedDay(cell.day)
  return quoted(harmless(cell.text))
}

// A CSV has no types: a spreadsheet takes what begins so for a formula, also behind white space and in the wide forms of East Asian letters.
const LIKE_A_FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u

/** The text with an apostrophe in front where a program could run it (OWASP, "CSV Injection"). */
const harmless = (text: string) => (LIKE_A_FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
