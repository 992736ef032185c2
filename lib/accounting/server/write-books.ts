import 'server-only'
import { WORKBOOK_TYPE } from '@/lib/files/workbook'
import type { Bytes } from '@/lib/files/zip'
import { suggestedSlug } from '@/lib/tenants/slug'
import type { Books } from '../books'
import { bookExports, type ExportName } from '../exports'
import { mappings } from '../mapping'
import { writeCsv } from './write-csv'
import { writeJson } from './write-json'
import { writeWorkbook, writeWorkbooks } from './write-workbook'

/** A file of the books, piece by piece. `siteUrl` is the address of this Siftah, without a slash at its end. */
export function writeBooks(books: Books, name: ExportName, siteUrl: string): Bytes {
  switch (name) {
    case 'json':
      return writeJson(books, siteUrl)
    case 'csv':
      return writeCsv(books, mappings.genel)
    case 'xlsx':
      return writeWorkbook(books, mappings.genel)
    case 'luca':
      return writeWorkbooks(books, mappings.luca, name)
    default:
      return writeWorkbook(books, mappings[name])
  }
}

const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: WORKBOOK_TYPE,
  zip: 'application/zip',
}

export const typeOf = (name: ExportName): string => types[bookExports[name].extension]

/** `berber-mehmet-2026-11-01-2026-11-30-luca.zip`: ASCII, as a header takes it. */
export function fileNameOf({ shop, period }: Books, name: ExportName): string {
  const { extension } = bookExports[name]
  return `${suggestedSlug(shop.name)}-${period.from}-${period.to}${name === extension ? '' : `-${name}`}.${extension}`
}
