import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'

/** A client of the tests' database as superuser, for whom no policy holds; closed when the test file is done. */
export function connect(): postgres.Sql {
  const sql = postgres(inject('databaseUrl'), { onnotice: () => {} })
  afterAll(() => sql.end())
  return sql
}

const sql = connect()

/** A registered person who is in no shop yet. */
export async function addUser(email: string): Promise<Id> {
  const id = newId()
  await sql`insert into auth.users ${sql({ id, email })}`
  return id
}

/**
 * One transaction as the REST door runs it for a person: their role, their claims, their policies.
 *
 * @param userId who asks; `null` is a visitor without an account
 */
export function asUser<T>(userId: Id | null, act: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const role = userId ? 'authenticated' : 'anon'
  const claims = JSON.stringify(userId ? { role, sub: userId } : { role })
  return sql.begin(async tx => {
    await tx`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${claims}, true)`
    return act(tx)
  }) as Promise<T>
}

// A list of plain words or ids is a Postgres array; every other object is JSON, as it is over REST.
const isJson = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every(item => typeof item === 'string'))

/** The functions of `public` as one person may call them: `rpcAs(mehmet)('apply_commands', { batch })`. */
export function rpcAs(userId: Id | null) {
  return <T = unknown>(name: string, parameters: Record<string, unknown> = {}): Promise<T> =>
    asUser(userId, async tx => {
      const list = Object.keys(parameters).map((key, at) => `${key} => $${at + 1}`)
      const values = Object.values(parameters).map(value =>
        isJson(value) ? tx.json(value as postgres.JSONValue) : value,
      )
      const [row] = await tx.unsafe(
        `select public.${name}(${list}) as result`,
        values as postgres.ParameterOrJSON<never>[],
      )
      return row?.result as T
    })
}
