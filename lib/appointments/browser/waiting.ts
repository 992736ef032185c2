import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Appointment, Waiting } from '../appointment'

/** An offer that was taken: it ends the wait, on the server too (SPEC AP21). */
const taken: readonly Appointment['status'][] = ['confirmed', 'arrived', 'done']

/** Who waits for a free time on `today` or later, in the order they began to. */
export async function whoWaits(db: ShopDatabase, today: Day): Promise<Waiting[]> {
  const all = await mirror<Waiting>(db, 'waiting_list').toArray()
  const open = all.filter(one => !one.endedAt && one.toDay >= today)
  const served = (await offersMade(db, open)).filter(({ status }) => taken.includes(status))
  return open
    .filter(one => !served.some(({ waitingId }) => waitingId === one.id))
    .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1))
}

/** The appointments that were offers to these, whatever has become of them. */
export const offersMade = (db: ShopDatabase, waiting: readonly Waiting[]): Promise<Appointment[]> =>
  mirror<Appointment>(db, 'appointments')
    .where('waitingId')
    .anyOf(waiting.map(({ id }) => id))
    .toArray()

export const wishesOfCustomer = async (db: ShopDatabase, customerId: Id, today: Day): Promise<Waiting[]> =>
  (await whoWaits(db, today)).filter(one => one.customerId === customerId)
