import 'client-only'
import type { Day } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused, refusedCommands } from '@/lib/sync/browser/outbox'
import { type ClosingDay, closeDay } from '../commands/close-day'
import type { DayClosing } from '../day-closing'

/** The closing by which that day was closed; with others, where one evening closed several. */
export const closingOf = (db: ShopDatabase, day: Day): Promise<DayClosing | undefined> =>
  mirror<DayClosing>(db, 'day_closings').where('day').aboveOrEqual(day).first()

/** A closing that the server did not write, because another phone had closed the day. */
export interface RefusedClosing {
  seq: number
  args: Pick<ClosingDay, 'day' | 'counted' | 'left' | 'reason'>
}

export const refusedClosings = async (db: ShopDatabase): Promise<RefusedClosing[]> =>
  (await refusedCommands(db))
    .filter(entry => entry.name === closeDay.name && entry.reason === 'day-closed')
    .map(({ seq, args }) => ({ seq: seq!, args: args as RefusedClosing['args'] }))

export const dismissClosing = (db: ShopDatabase, { seq }: RefusedClosing): Promise<void> => dismissRefused(db, seq)
