import 'client-only'
import type { TableName } from '@/lib/db/record-sets'
import { groupBy } from '@/lib/kernel/group-by'
import { type Patch, patchRow } from '../command'
import type { Row } from '../protocol'
import { mirror, type OutboxEntry, rowKey, type ShopDatabase, splitKey } from './database'

// Both work inside the caller's transaction, and by whole lists: an import patches hundreds of rows at once.

/** Shows a new command's patches. Each row's truth is put aside the first time it is patched, so that the row can be built anew. */
export async function layOver(database: ShopDatabase, patches: Patch[]): Promise<void> {
  // Side by side: a sale touches four tables, and each answer of the phone's storage is waited for.
  await Promise.all(
    [...groupBy(patches, patch => patch.table)].map(async ([table, ofTable]) => {
      const byId = groupBy(ofTable, patch => patch.id)
      const ids = [...byId.keys()]
      const keys = ids.map(id => rowKey(table, id))
      const [shown, shadows] = await Promise.all([mirror(database, table).bulkGet(ids), database.shadows.bulkGet(keys)])
      const fresh = keys.flatMap((key, i) => (shadows[i] ? [] : [{ key, row: shown[i] ?? null }]))
      const rows = ids.map((id, i): [string, Row | undefined] => [id, byId.get(id)!.reduce(patchRow, shown[i])])
      await Promise.all([database.shadows.bulkAdd(fresh), showRows(database, table, rows)])
    }),
  )
}

/** Builds rows anew: truth, with the patches of the unanswered commands that touch them folded over it (SPEC SY12). */
export async function rebuild(database: ShopDatabase, keys: ReadonlySet<string>): Promise<void> {
  const unanswered = (await database.outbox.where('status').noneOf(['rejected']).sortBy('seq')).flatMap(patchesByKey)
  const patchesOf = groupBy(unanswered, ({ key }) => key)
  const shadows = (await database.shadows.bulkGet([...keys])).filter(shadow => shadow !== undefined)

  await database.shadows.bulkDelete(shadows.map(({ key }) => key).filter(key => !patchesOf.has(key)))
  const built = shadows.map(({ key, row }) => {
    const patches = patchesOf.get(key) ?? []
    return { ...splitKey(key), row: patches.map(({ patch }) => patch).reduce(patchRow, row ?? undefined) }
  })
  for (const [table, rows] of groupBy(built, ({ table }) => table)) {
    await showRows(
      database,
      table,
      rows.map(({ id, row }) => [id, row]),
    )
  }
}

async function showRows(
  database: ShopDatabase,
  table: TableName,
  rows: [id: string, row: Row | undefined][],
): Promise<void> {
  await mirror(database, table).bulkPut(rows.flatMap(([, row]) => (row ? [row] : [])))
  await mirror(database, table).bulkDelete(rows.flatMap(([id, row]) => (row ? [] : [id])))
}

const patchesByKey = ({ patches }: OutboxEntry) => patches.map(patch => ({ key: rowKey(patch.table, patch.id), patch }))
