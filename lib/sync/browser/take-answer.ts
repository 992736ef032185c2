import 'client-only'
import { isTableName, mirroredTables } from '@/lib/db/record-sets'
import type { Answer, Change, Row } from '../protocol'
import { inOneTransaction, mirror, rowKey, type ShopDatabase } from './database'
import { rebuild } from './overlay'

/** Takes what the server said, whole or not at all: results, changes and cursor in one transaction (SPEC SY11). */
export async function takeAnswer(database: ShopDatabase, answer: Answer, now: Date = new Date()): Promise<void> {
  await inOneTransaction(database, async () => {
    const stale = new Set<string>()
    if (answer.reset) {
      for (const table of mirroredTables) await mirror(database, table).clear()
      await database.shadows.toCollection().modify({ row: null })
      for (const key of await database.shadows.toCollection().primaryKeys()) stale.add(key)
    }

    for (const result of answer.results) {
      const entry = await database.outbox.get({ id: result.id })
      if (!entry || entry.status === 'rejected') continue
      await database.outbox.update(
        entry,
        result.status === 'rejected'
          ? { status: 'rejected', reason: result.reason }
          : { status: 'applied', rev: result.rev },
      )
      for (const key of entry.touches) stale.add(key)
    }

    for (const key of await storeTruth(database, answer.changes)) stale.add(key)

    // The truth that contains these has now arrived.
    const contained = (await database.outbox.where('status').equals('applied').toArray()).filter(
      entry => (entry.rev ?? 0) <= answer.cursor.at,
    )
    for (const key of contained.flatMap(entry => entry.touches)) stale.add(key)
    await database.outbox.bulkDelete(contained.map(entry => entry.seq!))

    await rebuild(database, stale)
    await database.standings.update('standing', {
      cursor: answer.cursor,
      me: answer.me,
      shop: answer.shop,
      heardAt: now.getTime(),
      ...(answer.now && { saidAt: answer.now }),
    })
  })
}

/** Puts each changed row where its truth lives: in its shadow if commands are folded over it, else in the mirror itself. */
async function storeTruth(database: ShopDatabase, changes: Change[]): Promise<string[]> {
  const shadowed = new Set(await database.shadows.toCollection().primaryKeys())
  const touched: string[] = []
  for (const table of mirroredTables) {
    const ofTable = changes.filter(change => change.table === table)
    const plain = ofTable.filter(change => !shadowed.has(rowKey(table, change.id)))
    await mirror(database, table).bulkPut(plain.flatMap(change => (change.row ? [change.row] : [])))
    await mirror(database, table).bulkDelete(plain.filter(change => !change.row).map(change => change.id))
  }
  for (const change of changes) {
    // A table this build does not know comes from a newer server; the update that knows it starts from an empty mirror.
    if (!isTableName(change.table)) continue
    const key = rowKey(change.table, change.id)
    if (!shadowed.has(key)) continue
    await database.shadows.put({ key, row: change.row as Row | null })
    touched.push(key)
  }
  return touched
}
