import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { type Id, isId } from '@/lib/kernel/id'
import { compareTurkish } from '@/lib/kernel/turkish-text'
import type { Role } from '@/lib/sync/protocol'

export interface MyShop {
  tenantId: Id
  name: string
  role: Role
}

/** The shops in which the user works today, in the order of the Turkish alphabet. Throws DbError. */
export async function shopsOfMe({ id, client }: { id: Id; client: SupabaseClient }): Promise<MyShop[]> {
  const rows = dataOf(
    await client
      .from('memberships')
      .select('tenantId:tenant_id, role, shop:tenants(name)')
      .eq('user_id', id)
      .is('removed_at', null)
      .overrideTypes<{ tenantId: Id; role: Role; shop: { name: string } }[], { merge: false }>(),
  )
  return rows
    .map(({ tenantId, role, shop }) => ({ tenantId, role, name: shop.name }))
    .sort((a, b) => compareTurkish(a.name, b.name))
}

/** Among these shops the one that an address names, or the only one; undefined when it is still to be chosen. */
export function chosenShop(shops: readonly MyShop[], wanted: unknown): MyShop | undefined {
  if (typeof wanted === 'string' && isId(wanted)) return shops.find(({ tenantId }) => tenantId === wanted)
  return shops.length === 1 ? shops[0] : undefined
}
