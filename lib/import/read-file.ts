import { fail, type Result } from '@/lib/kernel/result'
import { cardsToTable } from './contact-card'
import { decodeText } from './decode-text'
import { MAX_FILE_BYTES } from './limits'
import { readDelimited } from './read-delimited'
import { readOldSheet, readZippedSheet } from './read-spreadsheet'
import { readVcard } from './read-vcard'
import type { RefusalReason } from './refusals'
import { type Table, toTable } from './table'

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

// What text does not hold: a picture or a program that was given another name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/
const OTHER_TEXT = /^(%PDF|%!PS|\{\\rtf|[[{]\s*["{[\]}])/

/** A customer list out of a file. Its kind is told by its content: names lie (`liste.xls` is often a web page). */
export async function readFile(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Table, RefusalReason>> {
  if (bytes.length > MAX_FILE_BYTES) return fail('too-large')
  if (startsWith(bytes, ZIP)) return asTable(await readZippedSheet(bytes))
  if (startsWith(bytes, OLE)) return asTable(await readOldSheet(bytes))

  const text = decodeText(bytes)
  if (BINARY.test(text)) return fail('not-a-list')
  const start = text.slice(0, 1024).trimStart()
  if (/^BEGIN:VCARD/i.test(start)) {
    const cards = readVcard(text)
    return cards.ok ? cardsToTable(cards.value) : cards
  }
  if (start.startsWith('<')) return fail('web-page')
  if (OTHER_TEXT.test(start)) return fail('not-a-list')
  return asTable(readDelimited(text))
}

function asTable(cells: Result<string[][], RefusalReason>): Result<Table, RefusalReason> {
  return cells.ok ? toTable(cells.value) : cells
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
