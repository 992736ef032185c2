import 'server-only'
import { randomBytes } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'
import { tokenHash } from './token-hash'

/**
 * The address at which other calendars read one chair's appointments, under initials or full names. It can be shown only now:
 * the database keeps its hash. Only an owner's client can. Throws DbError.
 */
export async function makeFeed(
  client: SupabaseClient,
  { tenantId, staffId, fullNames }: { tenantId: Id; staffId: Id; fullNames: boolean },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  dataOf(
    await client
      .from('calendar_feeds')
      .insert({ tenant_id: tenantId, staff_id: staffId, token_hash: tokenHash(token), full_names: fullNames }),
  )
  return `${env.APP_URL}/takvim/${token}.ics`
}
