import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'

/** Lets a staff member see the whole till, or only what he took himself. Only an owner's client can. Throws DbError. */
export async function changeMember(client: SupabaseClient, id: Id, { seesTill }: { seesTill: boolean }): Promise<void> {
  dataOf(await client.from('memberships').update({ sees_till: seesTill }).eq('id', id))
}
