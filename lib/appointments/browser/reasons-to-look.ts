import 'client-only'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { AppointmentEvent, Waiting, WalkIn } from '../appointment'

/** Older than this, what a customer did by himself is no news. */
export const NEWS_DAYS = 7
const DAY_MINUTES = 24 * 60

/** What there may be to see above a day: only then is it read, and its screens with it. */
export interface ReasonsToLook {
  requests: boolean
  waiting: boolean
  queue: boolean
  news: boolean
}

/**
 * Cheap looks, that may say yes for nothing (a request that has lapsed) and never no for something.
 * @param midnight at which the shop's today began
 */
export async function reasonsToLook(db: ShopDatabase, midnight: Instant): Promise<ReasonsToLook> {
  const newsSince = addMinutes(midnight, -NEWS_DAYS * DAY_MINUTES)
  const [requests, waiting, queue, told, confirmed] = await Promise.all([
    mirror(db, 'appointments').where('status').equals('requested').first(),
    mirror<Waiting>(db, 'waiting_list')
      .filter(one => !one.endedAt)
      .first(),
    mirror<WalkIn>(db, 'walk_ins')
      .where('arrivedAt')
      .aboveOrEqual(midnight)
      .filter(one => !one.leftAt && !one.appointmentId)
      .first(),
    mirror<AppointmentEvent>(db, 'appointment_events')
      .where('at')
      .above(newsSince)
      .filter(one => one.actor === 'customer')
      .first(),
    mirror(db, 'appointments').where('customerConfirmedAt').above(newsSince).first(),
  ])
  return {
    requests: requests !== undefined,
    waiting: waiting !== undefined,
    queue: queue !== undefined,
    news: told !== undefined || confirmed !== undefined,
  }
}
