import 'client-only'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { type Appointment, holdsItsChair } from '../appointment'

/**
 * Visits that customers have asked for and the shop has not agreed to, the soonest first; each as its parts in the order of the clock. What is
 * over has been answered by whoever came.
 */
export async function requestedVisits(db: ShopDatabase, now: Instant): Promise<Appointment[][]> {
  const requested = await mirror<Appointment>(db, 'appointments').where('status').equals('requested').sortBy('startsAt')
  const visits = new Map<string, Appointment[]>()
  for (const part of requested.filter(one => one.endsAt > now && holdsItsChair(one, now))) {
    const key = part.visitId ?? part.id
    visits.set(key, [...(visits.get(key) ?? []), part])
  }
  return [...visits.values()]
}
