import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { type BookType, utils, write } from 'xlsx'
import { readFile } from '@/lib/import/read-file'

export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url)))
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16())
}

const ONLY_IN_1254: Record<string, number> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe }

export function windows1254(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, letter => ONLY_IN_1254[letter] ?? letter.charCodeAt(0))
}

export function workbook(rows: unknown[][], bookType: BookType = 'xlsx'): Uint8Array<ArrayBuffer> {
  return workbookOf({ Liste: rows }, bookType)
}

export function workbookOf(sheets: Record<string, unknown[][]>, bookType: BookType = 'xlsx'): Uint8Array<ArrayBuffer> {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }))
}

interface ZipEntry {
  name: string
  content: Uint8Array | string
  /** What the directory says it inflates to, where that is not the truth. */
  claimedSize?: number
  encrypted?: boolean
  /** The sizes stand in the ZIP64 field, as streaming writers put them. */
  zip64?: boolean
}

export function zip(entries: ZipEntry[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize, encrypted = false, zip64 = false } of entries) {
    const raw = Buffer.from(content)
    const deflated = deflateRawSync(raw)
    const inflatedSize = claimedSize ?? raw.length

    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(deflated.length, 18)
    local.writeUInt32LE(inflatedSize, 22)
    local.writeUInt16LE(name.length, 26)

    const extra = Buffer.alloc(zip64 ? 20 : 0)
    if (zip64) {
      extra.writeUInt16LE(1)
      extra.writeUInt16LE(16, 2)
      extra.writeBigUInt64LE(BigInt(inflatedSize), 4)
      extra.writeBigUInt64LE(BigInt(deflated.length), 12)
    }
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(encrypted ? 1 : 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(zip64 ? 0xffffffff : deflated.length, 20)
    entry.writeUInt32LE(zip64 ? 0xffffffff : inflatedSize, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt16LE(extra.length, 30)
    entry.writeUInt32LE(offset, 42)

    locals.push(local, Buffer.from(name), deflated)
    directory.push(entry, Buffer.from(name), extra)
    offset += 30 + name.length + deflated.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, ...directory, end]))
}

const PART = '<Override PartName="/xl/'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'

/** The parts of a smallest workbook, with this in its only sheet. */
export function workbookParts(sheetData: string): ZipEntry[] {
  const types = `${PART}workbook.xml" ContentType="${TYPE}sheet.main+xml"/>${PART}worksheets/sheet1.xml" ContentType="${TYPE}worksheet+xml"/>`
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ]
}

/** The cells of a file that must be readable. */
export async function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const table = await readFile(bytes)
  if (!table.ok) throw new Error(table.error)
  return table.value.rows.map(row => row.cells)
}

/** Why a file is refused, or 'read' when it is not. */
export async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const table = await readFile(bytes)
  return table.ok ? 'read' : table.error
}
