import 'server-only'
import { type Bytes, utf8 } from '@/lib/files/zip'
import type { Books } from '../books'
import { lineOf } from '../line'
import { passing } from './passing'

/** Where the schema is served, on the site itself. */
export const SCHEMA_PATH = '/schemas/accounting-1.json'

/** The books as JSON, one entry a line; described by public/schemas/accounting-1.json. `siteUrl` is where the schema can be read. */
export const writeJson = (books: Books, siteUrl: string): Bytes => utf8(pieces(books, siteUrl))

async function* pieces(books: Books, siteUrl: string): AsyncGenerator<string> {
  const { shop, period, balances } = books
  const passed = passing(books)
  yield `{\n"$schema": ${JSON.stringify(siteUrl + SCHEMA_PATH)},\n"format": "siftah-muhasebe",\n"version": 1,\n`
  yield `"shop": ${JSON.stringify({ id: shop.id, name: shop.name, phone: shop.phone, address: shop.address, zone: shop.zone })},\n`
  yield `"period": ${JSON.stringify({ from: period.from, to: period.to })},\n"currency": "TRY",\n"unit": "kurus",\n`
  const shown = balances.map(({ kind, name, opening, received, given, closing }) => ({
    kind,
    name,
    opening,
    received,
    given,
    closing,
  }))
  yield `"balances": ${JSON.stringify(shown)},\n"entries": [`
  let first = true
  for await (const entry of passed.entries()) {
    yield `${first ? '' : ','}\n${lineOf(entry)}`
    first = false
  }
  const checksum = { algorithm: 'SHA-256', value: passed.checksum() }
  yield `\n],\n"totals": ${JSON.stringify(passed.totals())},\n"checksum": ${JSON.stringify(checksum)}\n}\n`
}
