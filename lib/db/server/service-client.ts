import 'server-only'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import { env } from '@/lib/env/server'
import type { Rpc } from './rpc'
import { rpcOver } from './rpc-over'

let client: SupabaseClient | undefined

/**
 * Supabase with the secret key, past every policy: only for what happens before anybody is a member of anything
 * (attempts, legal texts, the consents of a registration, reading an invitation). The grants to `service_role` hold it to that.
 */
export function serviceClient(): SupabaseClient {
  client ??= createClient(env.SUPABASE_URL, env.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: WebSocket as never },
  })
  return client
}

/** Calls functions with the secret key. Throws DbError. */
export const serviceRpc: Rpc = (name, args) => rpcOver(serviceClient())(name, args)
