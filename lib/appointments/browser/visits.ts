import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Appointment, AppointmentEvent } from '../appointment'

const byTime = (a: Appointment, b: Appointment) => (a.startsAt < b.startsAt ? -1 : 1)

/** All parts of the visit to which the appointment belongs, in the order of the clock: itself alone, most often. */
export async function partsOfVisit(db: ShopDatabase, appointment: Appointment): Promise<Appointment[]> {
  if (!appointment.visitId) return [appointment]
  const parts = await mirror<Appointment>(db, 'appointments').where('visitId').equals(appointment.visitId).toArray()
  return parts.sort(byTime)
}

/** Everything of a series that this phone knows, in the order of the clock. */
export async function appointmentsOfSeries(db: ShopDatabase, seriesId: Id): Promise<Appointment[]> {
  const all = await mirror<Appointment>(db, 'appointments').where('seriesId').equals(seriesId).toArray()
  return all.sort(byTime)
}

/** What became of it, step by step; nothing for what the server has not heard of yet. */
export const eventsOfAppointments = (db: ShopDatabase, ids: readonly Id[]): Promise<AppointmentEvent[]> =>
  mirror<AppointmentEvent>(db, 'appointment_events').where('appointmentId').anyOf(ids).sortBy('at')
