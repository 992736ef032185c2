import 'server-only'
import { isAuthRetryableFetchError, type SupabaseClient } from '@supabase/supabase-js'
import type { Rpc } from '@/lib/db/server/rpc'
import { rpcOver } from '@/lib/db/server/rpc-over'
import { userClient } from '@/lib/db/server/user-client'
import type { Id } from '@/lib/kernel/id'
import { authFault } from './auth-word'

export interface Session {
  /** As the token says; whoever forges one is refused by the database, which verifies it. */
  userId: Id
  client: SupabaseClient
  rpc: Rpc
}

/**
 * The session that the request's cookies hold, or null. The auth server is not asked: the token goes with every call, and
 * the database verifies it (DbError `not-logged-in`). proxy.ts has renewed it if it was about to expire; where it could not,
 * this throws DbError `network`.
 */
export async function sessionOfRequest(): Promise<Session | null> {
  const client = await userClient()
  const { data, error } = await client.auth.getSession()
  // Out of reach is not logged out: the phone keeps its copy and asks again.
  if (isAuthRetryableFetchError(error)) throw authFault(error)
  return data.session && { userId: subjectOf(data.session.access_token), client, rpc: rpcOver(client) }
}

/** The user that a JWT is about, unverified. */
function subjectOf(token: string): Id {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).sub
}
