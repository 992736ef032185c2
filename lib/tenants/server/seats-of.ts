import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'

/** A chair, and which membership sits in it. A member who was removed may still be named here. */
export interface Seat {
  id: Id
  name: string
  memberId: Id | null
}

/** The chairs that serve, in the shop's order. Throws DbError. */
export async function seatsOf(client: SupabaseClient, tenantId: Id): Promise<Seat[]> {
  return dataOf(
    await client
      .from('staff')
      .select('id, name, memberId:member_id')
      .eq('tenant_id', tenantId)
      .is('archived_at', null)
      .order('position')
      .order('name')
      .overrideTypes<Seat[], { merge: false }>(),
  )
}
