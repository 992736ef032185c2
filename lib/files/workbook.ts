import { type Cell, decimalOf } from './cell'
import { utf8, type ZippedFile, zip } from './zip'

// Office Open XML, as little of it as a table needs (ECMA-376, part 1). Texts stand in their cells and not in a list of their own, which would have
// to be held in memory; a cell of type `inlineStr` is never read as a formula.

export interface Sheet {
  /** At most 31 letters, none of []:*?/\ */
  name: string
  columns: readonly { title: string; width?: number }[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

/** An .xlsx, piece by piece. The same sheets give the same bytes. */
export function workbook(title: string, sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const part = (name: string, xml: string): ZippedFile => ({ name, content: utf8([DECLARATION, xml]) })
  return zip([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', ROOT_RELATIONS),
    part('docProps/core.xml', coreProperties(title)),
    part('xl/workbook.xml', bookOf(sheets)),
    part('xl/_rels/workbook.xml.rels', bookRelations(sheets.length)),
    part('xl/styles.xml', STYLES),
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: utf8(sheetXml(sheet)) })),
  ])
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

// Which of `cellXfs` below.
const style = { kurus: 1, day: 2, title: 3 } as const

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const contentTypes = (sheets: number) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each(sheets, n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`

const coreProperties = (title: string) =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Siftah</dc:creator></cp:coreProperties>`

const bookOf = (sheets: readonly Sheet[]) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`

const bookRelations = (sheets: number) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${each(sheets, n => `<Relationship Id="s${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="style" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

const each = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i + 1)).join('')

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols>${columns.map(({ width = 16 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
  yield `<row>${columns.map(({ title }) => inline(title, ` s="${style.title}"`)).join('')}</row>`
  for await (const row of rows) yield `<row>${row.map(cellXml).join('')}</row>`
  yield '</sheetData></worksheet>'
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  if ('kurus' in cell) return `<c s="${style.kurus}"><v>${decimalOf(cell.kurus, '.')}</v></c>`
  if ('number' in cell) return `<c><v>${cell.number}</v></c>`
  if ('day' in cell) return `<c s="${style.day}"><v>${serial(cell.day)}</v></c>`
  return inline(cell.text)
}

const inline = (text: string, style = '') =>
  `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST_CELL))}</t></is></c>`

/** Excel calls a file damaged that has a longer one. */
const LONGEST_CELL = 32_767

/** Days since 30 December 1899, as spreadsheets count. */
const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569

/** Control characters may not stand in XML at all; `_x0041_` would be read as the letter A (ECMA-376, 22.9.2.19, ST_Xstring). */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
