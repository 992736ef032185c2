import 'client-only'
import { type Day, type Instant, instantAt } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { WalkIn } from '../appointment'

/** Who is waiting for a chair, in the order they came. Who came on an earlier day has gone home, whether or not somebody said so. */
export async function waitingWalkIns(db: ShopDatabase, today: Day, zone: string): Promise<WalkIn[]> {
  const ofToday = await mirror<WalkIn>(db, 'walk_ins')
    .where('arrivedAt')
    .aboveOrEqual(instantAt(today, 0, zone))
    .toArray()
  return ofToday
    .filter(one => !one.leftAt && !one.appointmentId)
    .sort((a, b) => before(a.arrivedAt, b.arrivedAt) || before(a.id, b.id))
}

const before = (a: Instant, b: Instant) => (a < b ? -1 : a > b ? 1 : 0)
