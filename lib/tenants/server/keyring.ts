import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { type Keyring, openKeyring, type TenantKey } from '@/lib/crypto/server/data-key'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { keyService } from './key-service'

/** The asker does not belong to this shop: a stranger, a removed member, or the shop is gone. */
export class NotAMember extends Error {
  override readonly name = 'NotAMember'
}

/**
 * The asker belongs to the shop and its keys cannot be had: destroyed, or the key service does not give them. Not the same as NotAMember,
 * whose phone is wiped: where keys were lost, the phones hold all that can still be read. A shop that shall go goes whole, members and all.
 */
export class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach'
}

/** The shop's keys, fetched with the rights of this client. Throws NotAMember, KeysOutOfReach, and DbError. */
export async function keyringOf(client: SupabaseClient, tenantId: Id): Promise<Keyring> {
  const rows: TenantKey[] = dataOf(
    await client
      .from('tenant_keys')
      .select('id, purpose, wrapped, retiredAt:retired_at')
      .eq('tenant_id', tenantId)
      .overrideTypes<TenantKey[], { merge: false }>(),
  )
  if (rows.length === 0 && !(await seesShop(client, tenantId))) throw new NotAMember()
  try {
    return await openKeyring(tenantId, rows, await keyService())
  } catch (error) {
    throw new KeysOutOfReach(`keys of shop ${tenantId}: ${(error as Error).message}`, { cause: error })
  }
}

async function seesShop(client: SupabaseClient, tenantId: Id): Promise<boolean> {
  return dataOf(await client.from('tenants').select('id').eq('id', tenantId)).length > 0
}
