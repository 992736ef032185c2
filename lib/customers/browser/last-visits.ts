import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'

/** When each customer was last served, as far back as the phone keeps the book. */
export async function lastVisits(database: ShopDatabase): Promise<ReadonlyMap<Id, Instant>> {
  const visits = new Map<Id, Instant>()
  await mirror<{ id: Id; customerId: Id | null; startsAt: Instant; status: string }>(database, 'appointments')
    .orderBy('startsAt')
    .each(({ customerId, startsAt, status }) => {
      if (customerId && status === 'done') visits.set(customerId, startsAt)
    })
  return visits
}
