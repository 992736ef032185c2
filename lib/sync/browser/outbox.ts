import 'client-only'
import { newId } from '@/lib/kernel/id'
import { inOneTransaction, type OutboxEntry, parseDatabaseName, type ShopDatabase } from './database'
import { layOver, rebuild } from './overlay'

/** What waits to be sent, in the order it was made. */
export const waitingCommands = (database: ShopDatabase): Promise<OutboxEntry[]> =>
  database.outbox.where('status').equals('pending').sortBy('seq')

/** What the server refused and nobody has dealt with yet (SPEC SY13). */
export const refusedCommands = (database: ShopDatabase): Promise<OutboxEntry[]> =>
  database.outbox.where('status').equals('rejected').sortBy('seq')

/** The keys (`table/id`) of the rows that show something the server has not confirmed. */
export const unconfirmedRows = async (database: ShopDatabase): Promise<ReadonlySet<string>> =>
  new Set(await database.shadows.toCollection().primaryKeys())

/** A person has seen the refusal and lets the command go. */
export const dismissRefused = (database: ShopDatabase, seq: number): Promise<void> =>
  insteadOfRefused(database, seq, async () => {})

/**
 * Does something else in a refused command's stead and lets the command go, both or neither. Nothing if it has been dealt with already: a
 * second tap finds the card still on the screen.
 */
export const insteadOfRefused = (database: ShopDatabase, seq: number, act: () => Promise<unknown>): Promise<void> =>
  inOneTransaction(database, async () => {
    const entry = await database.outbox.get(seq)
    if (entry?.status !== 'rejected') return
    await act()
    await database.outbox.delete(seq)
    await rebuild(database, new Set(entry.touches))
  })

/** What a copy's outbox holds, as it stands in the file that a person can keep: for a logout that would lose it (SPEC SY15). */
export async function outboxForFile(database: ShopDatabase) {
  const tenantId = parseDatabaseName(database.name)?.tenantId
  const entries = await database.outbox.orderBy('seq').toArray()
  return entries.map(({ id, name, eventAt, args, status, reason }) => ({
    tenantId,
    id,
    name,
    eventAt,
    args,
    status,
    reason,
  }))
}

export const outboxFile = (commands: Awaited<ReturnType<typeof outboxForFile>>): Blob =>
  new Blob([JSON.stringify({ app: 'siftah', kind: 'outbox', commands }, null, 2)], { type: 'application/json' })

/** Sends a refused command once more, as a new command that happens now. */
export const sendAgain = (database: ShopDatabase, seq: number, now: Date = new Date()): Promise<void> =>
  inOneTransaction(database, async () => {
    const entry = await database.outbox.get(seq)
    if (entry?.status !== 'rejected') return
    const { name, args, patches, touches } = entry
    await database.outbox.delete(seq)
    await layOver(database, patches)
    await database.outbox.add({
      id: newId(),
      name,
      args,
      eventAt: now.toISOString(),
      status: 'pending',
      patches,
      touches,
    })
  })
