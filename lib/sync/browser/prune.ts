import 'client-only'
import { mirroredTables, recordSet } from '@/lib/db/record-sets'
import type { Instant } from '@/lib/kernel/zone'
import { MAX_AGE_MS, type Row } from '../protocol'
import { inOneTransaction, mirror, rowKey, type ShopDatabase } from './database'

export type Keeps = (database: ShopDatabase, oldest: Instant) => Promise<ReadonlySet<string>>

/**
 * Lets go of what is older than the oldest thing that may still be written, so that a phone used for years stays light (SPEC SY18). A new
 * phone gets less (SPEC SY2); the rest is kept that long because nothing else tells when a customer was last here. And of times that strangers
 * only kept: the server forgets them within a day, and a phone that was away would never hear of it.
 * By the server's clock as it was last told: by its own, a phone that believes it is 2040 would throw away what never comes again.
 * @param keeps the keys of rows that stay though they are older than `oldest`: a feature knows what of its own never grows old
 */
export const prune = (database: ShopDatabase, keeps: Keeps = async () => new Set()): Promise<void> =>
  inOneTransaction(database, async () => {
    const standing = await database.standings.get('standing')
    if (!standing?.saidAt) return
    const oldest = new Date(Date.parse(standing.saidAt) - MAX_AGE_MS).toISOString()
    const kept = await keeps(database, oldest)
    const touched = new Set(await database.outbox.orderBy('touches').uniqueKeys()) // every row with a shadow is among them
    for (const table of mirroredTables) {
      const { ages, passing } = recordSet(table).mirrored!
      const rows = mirror<Row>(database, table)
      const old = ages ? await rows.where(ages).below(oldest).primaryKeys() : []
      const passed = passing
        ? await rows
            .where(passing.column)
            .equals(passing.value)
            .filter(row => row[passing.without] === null && isBefore(row[passing.at], standing.saidAt!))
            .primaryKeys()
        : []
      const goes = [...old, ...passed].filter(id => !touched.has(rowKey(table, id)) && !kept.has(rowKey(table, id)))
      await rows.bulkDelete(goes)
    }
  })

const isBefore = (at: unknown, now: Instant) => typeof at === 'string' && at < now
