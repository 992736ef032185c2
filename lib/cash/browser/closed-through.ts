import 'client-only'
import type { Day } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { DayClosing } from '../day-closing'
import type { Transfer } from '../transfer'

// Apart from closings.ts: Bugün reads this with its first load, and closes no day.

/** The last closed day's closing. */
export const lastClosing = (db: ShopDatabase): Promise<DayClosing | undefined> =>
  mirror<DayClosing>(db, 'day_closings').orderBy('day').last()

/** The last closed day: up to it no book is open. Null on the phone of who does not see the till. */
export const closedThrough = async (db: ShopDatabase): Promise<Day | null> => (await lastClosing(db))?.day ?? null

/** The last day in whose book anything stands: where it is ahead, today is closed, though this phone may not see by whom. */
export const lastBookedDay = async (db: ShopDatabase): Promise<Day | null> =>
  (await mirror<Transfer>(db, 'transfers').orderBy('day').last())?.day ?? null
