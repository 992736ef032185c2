import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import type { Codes } from '../codes'

/** Keeps under which codes the shop's accounts stand in the accountant's program. Only an owner's client can. Throws DbError. */
export async function saveCodes(client: SupabaseClient, tenantId: Id, codes: Codes): Promise<void> {
  dataOf(await client.from('tenants').update({ accounting_codes: codes }).eq('id', tenantId))
}
