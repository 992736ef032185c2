import type { CellObject, ParsingOptions, WorkBook } from 'xlsx'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { MAX_COLUMNS, MAX_ROWS } from './limits'
import { readZip } from './read-zip'
import type { RefusalReason } from './refusals'

declare module 'xlsx' {
  /** Exported by the library and missing from its types: reads a workbook out of a container that is open already. */
  export function parse_zip(container: unknown, options: ParsingOptions): WorkBook
}

const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellStyles: false,
  bookVBA: false,
  // The library's own writing of dates knows neither the dots nor the order of ours.
  cellDates: true,
  UTC: true,
  // One more than is allowed, to know that there is more.
  sheetRows: MAX_ROWS + 1,
}

// The parts of an Excel (.xlsx, .xlsb) or OpenDocument (.ods) file that hold cells. Pictures, macros and whole files
// packed inside never reach the library.
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|META-INF\/manifest\.xml|(content|styles)\.xml|xl\/.+\.(xml|rels))$/i
const BINARY_PARTS = /^xl\/(?!vbaProject|media\/|embeddings\/).+\.bin$/i

/** The cells of the first visible sheet that is not empty, of an `.xlsx`, `.xlsb` or `.ods`; blank rows keep their place. */
export async function readZippedSheet(bytes: Uint8Array<ArrayBuffer>): Promise<Result<string[][], RefusalReason>> {
  const files = await readZip(bytes, name => PARTS.test(name) || BINARY_PARTS.test(name))
  if (!files.ok) return files
  const names = Array.from(files.value.keys())
  if (!names.some(name => /^(xl\/workbook\.(xml|bin)|content\.xml)$/i.test(name))) return fail('not-a-list')

  const { CFB, parse_zip } = await import('xlsx')
  return readWorkbook(() => {
    const container = CFB.utils.cfb_new()
    for (const [name, content] of files.value) CFB.utils.cfb_add(container, name, content, { unsafe: true })
    return parse_zip(container, OPTIONS)
  })
}

/** The same of an `.xls`. */
export async function readOldSheet(bytes: Uint8Array): Promise<Result<string[][], RefusalReason>> {
  const { read } = await import('xlsx')
  return readWorkbook(() => read(bytes, { ...OPTIONS, type: 'array' }))
}

function readWorkbook(open: () => WorkBook): Result<string[][], RefusalReason> {
  try {
    const book = open()
    const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden)
    const sheets = visible.map(name => book.Sheets[name]?.['!data'] ?? [])
    return cellsOf(sheets.find(rows => rows.some(row => row?.some(cell => cell && textOf(cell) !== ''))) ?? [])
  } catch (error) {
    return fail(refusalFrom(error))
  }
}

/** The library has no codes, only sentences. */
function refusalFrom(error: unknown): RefusalReason {
  const message = error instanceof Error ? error.message : ''
  if (/password|encrypt/i.test(message)) return 'encrypted'
  return /cannot find workbook/i.test(message) ? 'not-a-list' : 'damaged'
}

function cellsOf(rows: (CellObject | undefined)[][]): Result<string[][], 'too-many-columns' | 'too-many-rows'> {
  if (rows.length > MAX_ROWS) return fail('too-many-rows')
  // The rows are arrays with holes, and so as long as their last cell is far out.
  if (rows.some(row => row?.length > MAX_COLUMNS)) return fail('too-many-columns')
  return ok(Array.from(rows, row => Array.from(row ?? [], cell => (cell ? textOf(cell) : ''))))
}

function textOf({ t: type, v: value, w: shown }: CellObject): string {
  if (type === 'e' || type === 'z') return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('.')
  // A phone number typed as a number: Excel shows 905321234567 as 9.05321E+11.
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1e6) return String(value)
  return shown ?? String(value ?? '')
}
