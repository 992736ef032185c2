import 'server-only'
import { redirect } from 'next/navigation'
import type { Role } from '@/lib/sync/protocol'
import { requireUser, type User } from './require-user'
import { chosenShop, type MyShop, shopsOfMe } from './shops-of-me'

/**
 * Who asks and the shop in which he has one of these roles: the one named, or the only one. Anybody else is led to /basla.
 * This keeps screens from those they are not for; what may be done is held by the database.
 */
export async function requireRole(roles: readonly Role[], tenantId?: unknown): Promise<{ user: User; shop: MyShop }> {
  const user = await requireUser()
  const shops = await shopsOfMe(user)
  const shop = chosenShop(
    shops.filter(({ role }) => roles.includes(role)),
    tenantId,
  )
  return shop ? { user, shop } : redirect('/basla')
}
