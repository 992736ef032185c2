import { mirroredTables } from '@/lib/db/record-sets'
import type { Id } from '@/lib/kernel/id'
import type { Answer, Change, Cursor } from '@/lib/sync/protocol'
import { connect, rpcAs } from '@/tests/support/database'

const sql = connect()

/** What a phone holds of a shop, by table and id: rows as the database sends them, before the server opens them. */
export type Mirror = Map<string, Change>
const keyOf = ({ table, id }: Pick<Change, 'table' | 'id'>) => `${table}/${id}`

export const pull = (shop: { id: Id }, userId: Id, cursor: Cursor | null, limit = 50) =>
  rpcAs(userId)<Omit<Answer, 'results'>>('changes_since', { p_tenant: shop.id, p_cursor: cursor, p_limit: limit })

export function take({ reset, changes }: Pick<Answer, 'reset' | 'changes'>, mirror: Mirror): void {
  if (reset) mirror.clear()
  for (const change of changes) {
    if (change.row) mirror.set(keyOf(change), change)
    else mirror.delete(keyOf(change))
  }
}

/** Pulls to the end, page by page, into the mirror. */
export async function pullAll(shop: { id: Id }, userId: Id, cursor: Cursor | null, mirror: Mirror): Promise<Cursor> {
  const page = await pull(shop, userId, cursor)
  take(page, mirror)
  return page.more ? pullAll(shop, userId, page.cursor, mirror) : page.cursor
}

/** The cursor of a phone that has seen everything. */
export const caughtUp = (shop: { id: Id }, userId: Id) => pullAll(shop, userId, null, new Map())

/** The rows of mirrored tables as they stand, tombstones left out: what a mirror should hold, recent or not. */
export async function truth(shop: { id: Id }): Promise<Mirror> {
  const mirror: Mirror = new Map()
  for (const table of mirroredTables) {
    const rows = await sql`
      select id, rev, to_jsonb(t) - 'tenant_id' - 'rev' as row from public.${sql(table)} t
      where tenant_id = ${shop.id} and to_jsonb(t) ->> 'deleted_at' is null`
    for (const { id, rev, row } of rows) mirror.set(keyOf({ table, id }), { table, id, rev: Number(rev), row })
  }
  return mirror
}
