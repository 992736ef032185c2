import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'

/** Opens the shop's page to customers, or closes it; closed, its address says so to whoever comes. Only an owner's client can. Throws DbError. */
export async function publishPage(client: SupabaseClient, tenantId: Id, open: boolean): Promise<void> {
  const published_at = open ? new Date().toISOString() : null
  dataOf(await client.from('tenants').update({ published_at }).eq('id', tenantId))
}
