import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'

export interface LastImport {
  id: Id
  createdAt: Instant
  /** How many of those it brought are still there. */
  customers: number
}

/** The newest import since that moment that was not taken back; null when there is none. */
export async function lastImport(database: ShopDatabase, since: Instant): Promise<LastImport | null> {
  const found = await mirror<{ id: Id; createdAt: Instant; undoneAt: Instant | null }>(database, 'customer_imports')
    .where('createdAt')
    .above(since)
    .reverse()
    .filter(({ undoneAt }) => undoneAt === null)
    .first()
  if (!found) return null
  const customers = await mirror(database, 'customers').where('importId').equals(found.id).count()
  return { id: found.id, createdAt: found.createdAt, customers }
}
