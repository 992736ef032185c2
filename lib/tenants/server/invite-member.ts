import 'server-only'
import { randomBytes } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'
import { tokenHash } from './token-hash'

/** The link that makes its reader a member, once and within seven days. It can be shown only now. Throws DbError. */
export async function inviteMember(
  client: SupabaseClient,
  { tenantId, role, name }: { tenantId: Id; role: 'staff' | 'accountant'; name: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  dataOf(await client.from('invitations').insert({ tenant_id: tenantId, role, name, token_hash: tokenHash(token) }))
  return `${env.APP_URL}/davet/${token}`
}
