import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import type { Role } from '@/lib/sync/protocol'

export interface Member {
  id: Id
  userId: Id
  name: string
  role: Role
  seesTill: boolean
}

export interface OpenInvitation {
  id: Id
  name: string
  role: 'staff' | 'accountant'
  expiresAt: Instant
}

/** Who works in the shop and who is still to come, the oldest first. Anyone but an owner sees himself alone. Throws DbError. */
export async function teamOf(
  client: SupabaseClient,
  tenantId: Id,
  now: Date,
): Promise<{ members: Member[]; invitations: OpenInvitation[] }> {
  const [members, invitations] = await Promise.all([
    client
      .from('memberships')
      .select('id, userId:user_id, name, role, seesTill:sees_till')
      .eq('tenant_id', tenantId)
      .is('removed_at', null)
      .order('created_at')
      .overrideTypes<Member[], { merge: false }>(),
    client
      .from('invitations')
      .select('id, name, role, expiresAt:expires_at')
      .eq('tenant_id', tenantId)
      .is('accepted_at', null)
      .is('revoked_at', null)
      .gt('expires_at', now.toISOString())
      .order('created_at')
      .overrideTypes<OpenInvitation[], { merge: false }>(),
  ])
  return { members: dataOf(members), invitations: dataOf(invitations) }
}
