import 'server-only'
import { CryptoError } from '@/lib/crypto/crypto-error'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { open } from '@/lib/crypto/server/open'
import { recordSet, type TableName } from '@/lib/db/record-sets'
import type { Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import { APPEND_ONLY, type ArchivedRow, type ArchivedShop, type ArchivedText } from '../archive'

export interface ArchiveHead {
  shop: ArchivedShop
  /** As far as rows that never change are looked at. */
  rev: number
  texts: ArchivedText[]
}

/** Null for anybody but an owner. Throws DbError. */
export const archiveHead = (rpc: Rpc, tenantId: Id) => rpc<ArchiveHead | null>('archive_head', { p_tenant: tenantId })

const PAGE = 1_000

/** The asker is no longer an owner, in the middle of it. */
export class ArchiveClosed extends Error {
  override readonly name = 'ArchiveClosed'
}

/** All rows of one table, tombstones too, opened, in the order of their ids. Throws ArchiveClosed and DbError. */
export async function* rowsOf(
  rpc: Rpc,
  { shop, rev }: ArchiveHead,
  table: TableName,
  keyring: Keyring,
): AsyncGenerator<ArchivedRow> {
  const seen = APPEND_ONLY.includes(table) ? rev : null
  for (let after: Id | null = null; ; ) {
    const page: ArchivedRow[] | null = await rpc('archive_page', {
      p_tenant: shop.id,
      p_table: table,
      p_after: after,
      p_rev: seen,
      p_limit: PAGE,
    })
    if (!page) throw new ArchiveClosed(`the archive was closed at ${table}`)
    for (const row of page) yield opened(row, table, shop.id, keyring)
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

function opened(columns: ArchivedRow, table: TableName, tenantId: Id, keyring: Keyring): ArchivedRow {
  const { sealed = {}, blindIndexes = {}, instants } = recordSet(table)
  const row = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [camelCase(column), value]),
  ) as ArchivedRow
  for (const field of Object.values(blindIndexes)) delete row[field]
  for (const field of instants) if (row[field]) row[field] = new Date(String(row[field])).toISOString()
  for (const [field, form] of Object.entries(sealed)) {
    const envelope = row[field]
    if (envelope === null || envelope === undefined) continue
    try {
      const { text } = open(String(envelope), { tenantId, table, column: field, rowId: row.id }, keyring)
      row[field] = form === 'json' ? JSON.parse(text) : text
    } catch (error) {
      // One field that cannot be read must not keep the owner from all the others; we hear of it.
      if (!(error instanceof CryptoError)) throw error
      console.error(`unreadable ${table}.${field} of row ${row.id}: ${error.code}`)
      row[field] = form === 'json' ? [] : '?'
    }
  }
  return row
}

const camelCase = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
