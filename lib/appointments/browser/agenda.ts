import 'client-only'
import { addDays, addMinutes, type Day, type Instant, instantAt } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Appointment } from '../appointment'

/** The longest an appointment may last: how far before a moment one can begin and still reach it. */
const LONGEST_MINUTES = 12 * 60

/** Everything in the book that touches the time from `start` up to `end`, in the order of the clock. */
export async function appointmentsBetween(db: ShopDatabase, start: Instant, end: Instant): Promise<Appointment[]> {
  const begun = await mirror<Appointment>(db, 'appointments')
    .where('startsAt')
    .between(addMinutes(start, -LONGEST_MINUTES), end)
    .toArray()
  return begun.filter(one => one.endsAt > start)
}

/** The appointments of `days` days of the shop's calendar, from `day` on. */
export const agendaOfDays = (db: ShopDatabase, day: Day, days: number, zone: string): Promise<Appointment[]> =>
  appointmentsBetween(db, instantAt(day, 0, zone), instantAt(addDays(day, days), 0, zone))

export const agendaOfDay = (db: ShopDatabase, day: Day, zone: string): Promise<Appointment[]> =>
  agendaOfDays(db, day, 1, zone)

/** Whether the shop has begun its book. */
export const anyAppointment = async (db: ShopDatabase): Promise<boolean> =>
  (await mirror(db, 'appointments').limit(1).count()) > 0
