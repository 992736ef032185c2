import postgres from 'postgres'
import { inject } from 'vitest'
import type { Id } from '@/lib/kernel/id'
import { connect } from '@/tests/support/database'

const sql = connect()

/**
 * Real connections, each of them logged in as this user for all its life, as a connection of the REST door is for one
 * request. For races: `asUser` shares few. To be ended by the caller.
 */
export function connectionsOf(userId: Id, count: number): postgres.Sql {
  const claims = JSON.stringify({ role: 'authenticated', sub: userId })
  return postgres(inject('databaseUrl'), {
    max: count,
    onnotice: () => {},
    connection: { role: 'authenticated', 'request.jwt.claims': claims },
  })
}

/** Real connections of the server itself, with the secret key: as customers' pages ask. To be ended by the caller. */
export const connectionsOfServer = (count: number): postgres.Sql =>
  postgres(inject('databaseUrl'), {
    max: count,
    onnotice: () => {},
    connection: { role: 'service_role', 'request.jwt.claims': JSON.stringify({ role: 'service_role' }) },
  })

/** The process behind a connection. */
export const processOf = async (connection: postgres.Sql | postgres.TransactionSql): Promise<number> =>
  (await connection`select pg_backend_pid() as pid`)[0]!.pid

/** Resolves once somebody stands still because of what this process holds. */
export async function somebodyWaitsFor(process: number): Promise<void> {
  for (let asked = 0; asked < 1000; asked++) {
    const waiting = await sql`select from pg_stat_activity where ${process} = any (pg_blocking_pids(pid))`
    if (waiting.length > 0) return
  }
  throw new Error('nobody came to wait')
}
