import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Customer } from '../customer'

/** The last ones in the book up to the moment `until`, then the newest customers: whoever calls is most often one of them. */
export async function recentCustomers(database: ShopDatabase, until: Instant, limit: number): Promise<Customer[]> {
  const customers = mirror<Customer>(database, 'customers')
  const ids = new Set<Id>()
  await mirror<{ id: Id; customerId: Id | null }>(database, 'appointments')
    .where('startsAt')
    .belowOrEqual(until)
    .reverse()
    .until(() => ids.size >= limit * 2) // some of them may be archived
    .each(({ customerId }) => {
      if (customerId) ids.add(customerId)
    })
  // Ids are UUIDv7: they sort by the time they were made.
  for (const id of await customers.toCollection().reverse().limit(limit).primaryKeys()) ids.add(id)

  const found = await customers.bulkGet([...ids])
  return found.filter(customer => customer !== undefined && !customer.archivedAt).slice(0, limit) as Customer[]
}
