import { z } from 'zod'
import { CODE } from '@/lib/accounting/codes'
import { recordSets, type TableName } from '@/lib/db/record-sets'
import { tradeNames } from '@/lib/tenants/trades'

// A shop as one zip: a manifest, one JSON file for each record set, and the same for people (a workbook, contacts, a calendar), which is not read again.

export const FORMAT = 'siftah-archive'
export const VERSION = 1
export const MANIFEST = 'siftah.json'

/** `kayitlar/customers.json` */
export const fileOf = (table: TableName) => `kayitlar/${table}.json`

export const archivedTables = Object.keys(recordSets) as TableName[]

/** Rows that are never changed: only those that were there when the archive was begun are in it, so that money and what it paid for agree. */
export const APPEND_ONLY: readonly TableName[] = ['transfers', 'sale_lines']

/** A larger file is refused before a byte of it is read. Ten busy years are some 40 MB. */
export const MAX_ARCHIVE_BYTES = 100_000_000

/** What its records may grow to, the tables for people not counted: ten busy years. They take some 1.5 GB of memory while they are laid down, one archive at a time. */
export const MAX_INFLATED_ARCHIVE_BYTES = 400_000_000

export const archivedShop = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(80),
  trade: z.enum(tradeNames),
  phone: z.string().nullable(),
  address: z.string().max(200).nullable(),
  zone: z.string().max(60),
  accountingCodes: z.record(z.string().max(40), z.string().regex(CODE)),
})

const text = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  textId: z.string().max(80),
  version: z.string().max(40),
  language: z.string().max(10),
  body: z.string().max(20_000),
})

/** What the archive says of itself. `rows` and `sha256` are of each file of records: a missing piece is missed. */
export const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  shop: archivedShop,
  texts: z.array(text).max(100),
  records: z.record(z.string(), z.object({ rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

export type ArchivedShop = z.output<typeof archivedShop>
export type Manifest = z.output<typeof manifest>
export type ArchivedText = z.output<typeof text>

/** A row as it stands in an archive: fields in camel case, personal ones in clear. */
export type ArchivedRow = { id: string } & Record<string, unknown>
