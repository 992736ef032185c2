import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { type Keyring, openKeyring, type TenantKey } from '@/lib/crypto/server/data-key'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { keyService } from './key-service'

/** Nobody with these rights has keys of this shop: a stranger, a removed member, or a shop whose keys were destroyed. */
export class NotAMember extends Error {
  override readonly name = 'NotAMember'
}

/** The shop's keys, fetched with the rights of this client. Throws NotAMember, DbError, and CryptoError. */
export async function keyringOf(client: SupabaseClient, tenantId: Id): Promise<Keyring> {
  const rows: TenantKey[] = dataOf(
    await client
      .from('tenant_keys')
      .select('id, purpose, wrapped, retiredAt:retired_at')
      .eq('tenant_id', tenantId)
      .overrideTypes<TenantKey[], { merge: false }>(),
  )
  if (rows.length === 0) throw new NotAMember()
  return openKeyring(tenantId, rows, await keyService())
}
