import 'server-only'
import { blindIndex } from '@/lib/crypto/server/blind-index'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { seal } from '@/lib/crypto/server/seal'
import { recordSet, type TableName } from '@/lib/db/record-sets'
import type { Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ArchivedRow } from '../archive'
import { newIds, ONE_A_SHOP, renamed, renamedShop } from '../new-ids'
import type { ArchiveRefusal } from '../refusals'
import type { Unpacked } from './unpack'

/** Rows in one call: some 200 KB. */
const BATCH = 500

/**
 * Lays an archive down in the empty shop `tenantId`, whole or not at all: personal fields sealed anew under this shop's key, ids kept where they are
 * free. Answers how many rows there are now. Throws DbError.
 */
export async function restoreShop(
  rpc: Rpc,
  tenantId: Id,
  { manifest, rows }: Unpacked,
  keyring: Keyring,
): Promise<Result<number, ArchiveRefusal>> {
  const refused = await whyNot(rpc, tenantId)
  if (refused) return fail(refused)

  const newId = (await areTaken(rpc, tenantId, rows)) ? newIds(rows, tenantId) : (id: Id) => id
  for (const [table, list] of rows) {
    for (let at = 0; at < list.length; at += BATCH) {
      const batch = list
        .slice(at, at + BATCH)
        .map(row => columnsOf(renamed(row, table, tenantId, newId), table, tenantId, keyring))
      const staged = await rpc<boolean>('stage_rows', { p_tenant: tenantId, p_table: table, p_rows: batch })
      if (!staged) return fail('not-owner')
    }
  }
  const outcome = await rpc<{ rows: number } | { refused: ArchiveRefusal; table?: string }>('restore_shop', {
    p_tenant: tenantId,
    p_shop: renamedShop(manifest.shop, newId),
    p_texts: manifest.texts,
    p_rows: [...rows.values()].reduce((sum, { length }) => sum + length, 0),
  })
  return 'refused' in outcome ? fail(outcome.refused) : ok(outcome.rows)
}

/** Why no archive may be laid down in the shop `tenantId` by whoever asks; null: it may, and what an earlier try left lying is gone. Throws DbError. */
export async function whyNot(rpc: Rpc, tenantId: Id): Promise<'not-owner' | 'not-empty' | null> {
  const begun = await rpc<{ refused?: 'not-owner' | 'not-empty' }>('begin_restore', { p_tenant: tenantId })
  return begun.refused ?? null
}

async function areTaken(rpc: Rpc, tenantId: Id, rows: Unpacked['rows']): Promise<boolean> {
  for (const [table, list] of rows) {
    if (ONE_A_SHOP.has(table)) continue
    for (let at = 0; at < list.length; at += 5_000) {
      const ids = list.slice(at, at + 5_000).map(({ id }) => id)
      if (await rpc<boolean>('are_ids_taken', { p_tenant: tenantId, p_table: table, p_ids: ids })) return true
    }
  }
  return false
}

/** The row as the database keeps it: snake case, personal fields sealed for their new place, blind indexes beside them. */
function columnsOf(row: ArchivedRow, table: TableName, tenantId: Id, keyring: Keyring): Record<string, unknown> {
  const { sealed = {}, blindIndexes = {} } = recordSet(table)
  const columns: Record<string, unknown> = { ...row }
  for (const [field, indexField] of Object.entries(blindIndexes)) {
    const values = Array.isArray(row[field]) ? row[field] : [] // a tombstone has none
    columns[indexField] = values.map(each =>
      blindIndex(String(each), { tenantId, table, column: field }, keyring.index),
    )
  }
  for (const [field, form] of Object.entries(sealed)) {
    const value = row[field]
    if (value === null || value === undefined) continue
    const text = form === 'json' ? JSON.stringify(value) : String(value)
    columns[field] = seal(text, { tenantId, table, column: field, rowId: row.id }, keyring.current)
  }
  return Object.fromEntries(Object.entries(columns).map(([field, value]) => [snakeCase(field), value]))
}

const snakeCase = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
