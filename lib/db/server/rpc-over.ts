import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { DbError, type Rpc } from './rpc'

interface Response<Data> {
  data: Data
  error: { code: string; message: string } | null
  status: number
}

/**
 * The data of an answer.
 * @throws DbError with `not-logged-in` when the database does not accept the token, `network` when it was not reached,
 * else with its own code
 */
export function dataOf<Data>({ data, error, status }: Response<Data>): NonNullable<Data> {
  if (error) throw new DbError(status === 401 ? 'not-logged-in' : error.code || 'network', error.message)
  return data as NonNullable<Data>
}

/** Calls functions with the rights of this client. */
export const rpcOver =
  (client: SupabaseClient): Rpc =>
  async <Answer>(name: string, args: Record<string, unknown>) =>
    dataOf(await client.rpc(name, args)) as Answer
