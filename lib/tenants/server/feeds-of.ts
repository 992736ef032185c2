import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'

/** A calendar address that is out. The address itself nobody can read again. */
export interface Feed {
  id: Id
  /** Whose appointments it shows; he may serve no more. */
  chair: string
  fullNames: boolean
  createdAt: Instant
}

/** The calendar addresses of the shop that still open, the oldest first. Anyone but an owner sees none. Throws DbError. */
export async function feedsOf(client: SupabaseClient, tenantId: Id): Promise<Feed[]> {
  const rows = dataOf(
    await client
      .from('calendar_feeds')
      .select('id, fullNames:full_names, createdAt:created_at, chair:staff(name)')
      .eq('tenant_id', tenantId)
      .is('revoked_at', null)
      .order('created_at')
      .overrideTypes<(Omit<Feed, 'chair'> & { chair: { name: string } })[], { merge: false }>(),
  )
  return rows.map(({ chair, ...feed }) => ({ ...feed, chair: chair.name }))
}
