import type postgres from 'postgres'
import type { Id } from '@/lib/kernel/id'
import { connect } from '@/tests/support/database'

const sql = connect()

/** Every table of `public`, from the catalogue: a new table is asked the same questions without anyone thinking of it. */
export const tables = (await sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map(
  ({ tablename }) => tablename as string,
)

const columns = await sql`
  select table_name, column_name from information_schema.columns where table_schema = 'public'`
const hasTenant = (table: string) =>
  columns.some(({ table_name, column_name }) => table_name === table && column_name === 'tenant_id')

/** The condition under which a row of the table belongs to the shop. Texts belong to nobody; consents to the person who gave them. */
export function belongsTo(table: string, shop: { id: Id; owner: Id }): postgres.PendingQuery<postgres.Row[]> {
  if (hasTenant(table)) return sql`tenant_id = ${shop.id}`
  if (table === 'tenants') return sql`id = ${shop.id}`
  if (table === 'user_consents') return sql`user_id = ${shop.owner}`
  return sql`true`
}

/** All that a shop has, table by table, as text: equal before and after means that nothing whatever changed. */
export async function everythingOf(shop: { id: Id; owner: Id }): Promise<Record<string, string[]>> {
  const entries = tables
    .filter(table => table !== 'legal_texts')
    .map(async table => {
      const rows =
        await sql`select t::text as row from public.${sql(table)} t where ${belongsTo(table, shop)} order by 1`
      return [table, rows.map(({ row }) => row as string)] as const
    })
  return Object.fromEntries(await Promise.all(entries))
}
