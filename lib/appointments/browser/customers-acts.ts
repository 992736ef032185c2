import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Appointment, AppointmentEvent } from '../appointment'
import { eventsOfAppointments } from './visits'

/** The appointments with which customers did something by themselves after that moment, and the story of each. */
export async function customersActs(db: ShopDatabase, after: Instant) {
  const recent = await mirror<AppointmentEvent>(db, 'appointment_events').where('at').above(after).toArray()
  const told = recent.filter(({ actor }) => actor === 'customer').map(one => one.appointmentId)
  const confirmed = await mirror(db, 'appointments').where('customerConfirmedAt').above(after).primaryKeys()
  const ids = [...new Set([...told, ...confirmed])]
  const appointments = await mirror<Appointment>(db, 'appointments').bulkGet(ids)
  const events = await eventsOfAppointments(db, ids)
  return {
    appointments: appointments.filter(one => one !== undefined),
    eventsOf: (id: Id) => events.filter(one => one.appointmentId === id),
  }
}
