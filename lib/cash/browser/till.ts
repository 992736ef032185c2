import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, instantAt } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Account, Transfer } from '../transfer'

/** How many days of transfers a phone keeps, today included. */
export const MIRRORED_DAYS = 62

/** In the shop's order. */
export const everyAccount = async (db: ShopDatabase): Promise<Account[]> =>
  (await mirror<Account>(db, 'accounts').toArray()).sort((a, b) => a.position - b.position)

/** What moved on that day of the shop's calendar, the oldest first. */
export const transfersOfDay = (db: ShopDatabase, day: Day, zone: string): Promise<Transfer[]> =>
  mirror<Transfer>(db, 'transfers')
    .where('eventAt')
    .between(instantAt(day, 0, zone), instantAt(addDays(day, 1), 0, zone))
    .sortBy('eventAt')

/** The transfers that take these back, whenever that was. */
export const reversalsOf = (db: ShopDatabase, ids: readonly Id[]): Promise<Transfer[]> =>
  mirror<Transfer>(db, 'transfers').where('reversesId').anyOf(ids).toArray()

/** What was paid for these appointments, and taken back. */
export const transfersOfAppointments = (db: ShopDatabase, appointmentIds: readonly Id[]): Promise<Transfer[]> =>
  mirror<Transfer>(db, 'transfers').where('appointmentId').anyOf(appointmentIds).sortBy('eventAt')
