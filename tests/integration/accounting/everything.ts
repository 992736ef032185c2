import type postgres from 'postgres'

/** Every row of every table but those named, as text: equal before and after means that nothing whatever changed. Attempts are counted, and are not meant. */
export async function everythingIn(sql: postgres.Sql, except: readonly string[]): Promise<Record<string, string[]>> {
  const tables = await sql`select tablename from pg_tables where schemaname = 'public' order by 1`
  const entries = tables
    .map(({ tablename }) => tablename as string)
    .filter(table => !except.includes(table))
    .map(async table => {
      const rows = await sql`select t::text as row from public.${sql(table)} t order by 1`
      return [table, rows.map(({ row }) => row as string)] as const
    })
  return Object.fromEntries(await Promise.all(entries))
}
