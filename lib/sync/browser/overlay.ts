import 'client-only'
import { type Patch, patchRow } from '../command'
import { mirror, type OutboxEntry, rowKey, type ShopDatabase, splitKey } from './database'

/** Shows a new command's patches: each row's truth is put aside first, so that it can be built anew. Inside the caller's transaction. */
export async function layOver(database: ShopDatabase, patches: Patch[]): Promise<void> {
  for (const patch of patches) {
    const table = mirror(database, patch.table)
    const key = rowKey(patch.table, patch.id)
    const shown = await table.get(patch.id)
    if (!(await database.shadows.get(key))) await database.shadows.add({ key, row: shown ?? null })
    const row = patchRow(shown, patch)
    await (row ? table.put(row) : table.delete(patch.id))
  }
}

/** Builds rows anew: truth, with the patches of the unanswered commands that touch them folded over it (SPEC SY12). */
export async function rebuild(database: ShopDatabase, keys: Iterable<string>): Promise<void> {
  for (const key of new Set(keys)) {
    const shadow = await database.shadows.get(key)
    if (!shadow) continue
    const { table, id } = splitKey(key)
    const unanswered = (await database.outbox.where('touches').equals(key).sortBy('seq')).filter(isUnanswered)
    const row = unanswered
      .flatMap(entry => entry.patches)
      .filter(patch => patch.table === table && patch.id === id)
      .reduce(patchRow, shadow.row ?? undefined)
    if (unanswered.length === 0) await database.shadows.delete(key)
    await (row ? mirror(database, table).put(row) : mirror(database, table).delete(id))
  }
}

const isUnanswered = (entry: OutboxEntry) => entry.status !== 'rejected'
