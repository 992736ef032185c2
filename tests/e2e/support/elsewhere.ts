import postgres from 'postgres'
import type { Owner } from './acts'

// What happens to a shop's book without anybody of the shop: customers on its page, and its own long history.

const query = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(process.env.JOURNEYS_DATABASE_URL!, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Runs as the customers' own functions do: what it changes is done by a customer. `shop` is the owner's shop. */
export const byCustomer = <T>({ email }: Owner, work: (sql: postgres.Sql, shop: string) => Promise<T>): Promise<T> =>
  query(async sql => {
    const [found] = await sql`
      select m.tenant_id from public.memberships m join auth.users u on u.id = m.user_id where u.email = ${email}`
    return sql.begin(async tx => {
      await tx`select set_config('siftah.actor', 'customer', true)`
      return work(tx as unknown as postgres.Sql, found!.tenant_id)
    }) as Promise<T>
  })

/** Turns every appointment of the shop into a request that holds its chair for an hour. */
export const askForAll = (owner: Owner): Promise<unknown> =>
  byCustomer(
    owner,
    (sql, shop) => sql`
      update public.appointments set status = 'requested', status_at = now(), lapses_at = now() + interval '1 hour'
      where tenant_id = ${shop} and status = 'confirmed'`,
  )

/** On every weekday nobody is here but for these minutes after midnight. */
export const openOnly = (owner: Owner, ranges: [number, number][]): Promise<unknown> =>
  byCustomer(
    owner,
    (sql, shop) => sql`update public.working_hours set ranges = ${sql.json(ranges)} where tenant_id = ${shop}`,
  )

export const statusesOf = (owner: Owner): Promise<string[]> =>
  byCustomer(owner, async (sql, shop) =>
    (
      await sql`select status from public.appointments where tenant_id = ${shop} and deleted_at is null order by starts_at, id`
    ).map(({ status }) => status),
  )
