import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'

/** Takes an accountant's link back: it opens nothing any more. Only an owner's client can. Throws DbError. */
export async function revokeLink(client: SupabaseClient, id: Id): Promise<void> {
  dataOf(
    await client
      .from('accountant_links')
      .update({ revoked_at: new Date().toISOString() })
      .eq('id', id)
      .is('revoked_at', null),
  )
}
