import 'client-only'
import type { TableName } from '@/lib/db/record-sets'
import { type Patch, patchRow } from '../command'
import type { Row } from '../protocol'
import { mirror, type OutboxEntry, rowKey, type ShopDatabase, splitKey } from './database'

// Both work inside the caller's transaction, and by whole lists: an import patches hundreds of rows at once.

/** Shows a new command's patches. Each row's truth is put aside the first time it is patched, so that the row can be built anew. */
export async function layOver(database: ShopDatabase, patches: Patch[]): Promise<void> {
  for (const [table, ofTable] of groupBy(patches, patch => patch.table)) {
    const byId = groupBy(ofTable, patch => patch.id)
    const ids = [...byId.keys()]
    const shown = await mirror(database, table).bulkGet(ids)
    const shadows = await database.shadows.bulkGet(ids.map(id => rowKey(table, id)))
    await database.shadows.bulkAdd(
      ids.flatMap((id, i) => (shadows[i] ? [] : [{ key: rowKey(table, id), row: shown[i] ?? null }])),
    )
    await showRows(
      database,
      table,
      ids.map((id, i) => [id, byId.get(id)!.reduce(patchRow, shown[i])]),
    )
  }
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

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
