import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase, splitKey } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'
import { bookedDay } from '../booked-day'
import type { Account, Transfer } from '../transfer'
import { closedThrough } from './closed-through'

/** How many days of transfers a phone keeps, today included. */
export const MIRRORED_DAYS = 62

/** In the shop's order. */
export const everyAccount = async (db: ShopDatabase): Promise<Account[]> =>
  (await mirror<Account>(db, 'accounts').toArray()).sort((a, b) => a.position - b.position)

/** What stands in the book of that day (SPEC CA30), the oldest first. */
export const transfersOfDay = async (db: ShopDatabase, day: Day, zone: string): Promise<Transfer[]> =>
  (await transfersOfDays(db, day, day, zone)).map(({ transfer }) => transfer)

/** What stands in the books of the days from `first` to `last`, both included, the oldest first, each with its day. */
export async function transfersOfDays(
  db: ShopDatabase,
  first: Day,
  last: Day,
  zone: string,
): Promise<{ transfer: Transfer; day: Day }[]> {
  const transfers = mirror<Transfer>(db, 'transfers')
  const said = await transfers.where('day').between(first, last, true, true).toArray()
  // What the server has not put into its day yet: never many.
  const unsaid = [...(await unconfirmedRows(db))].map(splitKey).filter(({ table }) => table === 'transfers')
  const closed = await closedThrough(db)
  const foreseen = (await transfers.bulkGet(unsaid.map(({ id }) => id)))
    .filter(transfer => transfer !== undefined && transfer.day === undefined)
    .map(transfer => ({ transfer: transfer!, day: bookedDay(transfer!, closed, zone) }))
    .filter(({ day }) => first <= day && day <= last)
  return [...said.map(transfer => ({ transfer, day: transfer.day! })), ...foreseen].sort((a, b) =>
    a.transfer.eventAt < b.transfer.eventAt ? -1 : a.transfer.eventAt > b.transfer.eventAt ? 1 : 0,
  )
}

/** The transfers that take these back, whenever that was. */
export const reversalsOf = (db: ShopDatabase, ids: readonly Id[]): Promise<Transfer[]> =>
  mirror<Transfer>(db, 'transfers').where('reversesId').anyOf(ids).toArray()

/** What was paid for these appointments, and taken back. */
export const transfersOfAppointments = (db: ShopDatabase, appointmentIds: readonly Id[]): Promise<Transfer[]> =>
  mirror<Transfer>(db, 'transfers').where('appointmentId').anyOf(appointmentIds).sortBy('eventAt')
