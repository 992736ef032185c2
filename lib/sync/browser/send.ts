import 'client-only'
import type { TableName } from '@/lib/db/record-sets'
import { newId } from '@/lib/kernel/id'
import type { CommandDefinition } from '../command'
import type { Row } from '../protocol'
import { inOneTransaction, mirror, rowKey, type ShopDatabase } from './database'
import { layOver } from './overlay'

/**
 * Does what a person asked: shows it in the mirror and puts it in the outbox, in one transaction (SPEC SY10). The network is not waited for.
 * @returns the command's id
 * @throws when the arguments are not of the command's form (a fault of ours: forms check first), or the phone's storage is full or closed
 */
export async function send<Args>(
  database: ShopDatabase,
  definition: CommandDefinition<Args>,
  args: Args,
  now: Date = new Date(),
): Promise<string> {
  const parsed = definition.args.parse(args)
  const id = newId()
  const eventAt = now.toISOString()
  await inOneTransaction(database, async () => {
    const standing = await database.standings.get('standing')
    const patches = await definition.patches(parsed, {
      eventAt,
      userId: standing?.me?.userId ?? '',
      zone: standing?.shop?.zone ?? 'UTC', // a phone that has never heard of its shop shows nothing of it either
      rows: <R extends Row>(table: TableName) => mirror<R>(database, table).toArray(),
      row: <R extends Row>(table: TableName, rowId: string) => mirror<R>(database, table).get(rowId),
      rowsWhere: <R extends Row>(table: TableName, index: string, value: string) =>
        mirror<R>(database, table).where(index).equals(value).toArray(),
    })
    const touches = [...new Set(patches.map(patch => rowKey(patch.table, patch.id)))]
    await layOver(database, patches)
    await database.outbox.add({ id, name: definition.name, eventAt, args: parsed, status: 'pending', patches, touches })
  })
  return id
}
