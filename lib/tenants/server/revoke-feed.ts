import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'

/** Takes a calendar address back: it opens nothing any more. Only an owner's client can. Throws DbError. */
export async function revokeFeed(client: SupabaseClient, id: Id): Promise<void> {
  dataOf(
    await client
      .from('calendar_feeds')
      .update({ revoked_at: new Date().toISOString() })
      .eq('id', id)
      .is('revoked_at', null),
  )
}
