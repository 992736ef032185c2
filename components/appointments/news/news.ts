import type { Appointment, AppointmentEvent } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'

/** What a customer did by himself with something that lies ahead. */
export interface News {
  /** The event's id, or what stands for it: by this the phone remembers that it was seen. */
  key: Id
  kind: 'booked' | 'accepted' | 'declined' | 'moved' | 'cancelled' | 'will-come'
  at: Instant
  appointment: Appointment
  /** With `moved`: when it was before. */
  from?: Instant
}

/**
 * News of appointments that begin at or after `since`, the newest first. What waits for a yes is no news: it has a card of its own. Of a
 * visit of several parts the first tells it.
 */
export function newsOf(
  appointments: readonly Appointment[],
  eventsOf: (appointmentId: Id) => readonly AppointmentEvent[],
  since: Instant,
): News[] {
  const told = new Set<Id>()
  return [...appointments]
    .filter(one => one.customerId !== null)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .filter(one => !told.has(one.visitId ?? one.id) && told.add(one.visitId ?? one.id))
    .flatMap(appointment => {
      const events = [...eventsOf(appointment.id)].sort((a, b) => (a.at < b.at ? -1 : 1))
      const news = events.flatMap((event, i) => newsOfEvent(appointment, event, events[i - 1]))
      const { customerConfirmedAt: at, id } = appointment
      if (at && appointment.status === 'confirmed' && !news.some(one => one.kind === 'accepted' && one.at >= at)) {
        news.push({ key: `${id}/${at}`, kind: 'will-come', at, appointment })
      }
      return news.filter(one => appointment.startsAt >= since || (one.from ?? '') >= since)
    })
    .sort((a, b) => (a.at > b.at ? -1 : 1))
}

function newsOfEvent(appointment: Appointment, event: AppointmentEvent, before?: AppointmentEvent): News[] {
  if (event.actor !== 'customer') return []
  const told = { key: event.id, at: event.at, appointment }
  // What he kept while he wrote his name is no part of the story.
  if (!before) return event.status === 'confirmed' ? [{ ...told, kind: 'booked' }] : []
  if (event.status === before.status) return [{ ...told, kind: 'moved', from: before.startsAt }]
  if (event.status === 'cancelled') return [{ ...told, kind: before.status === 'held' ? 'declined' : 'cancelled' }]
  if (event.status !== 'confirmed' || before.status !== 'held') return []
  return [{ ...told, kind: appointment.waitingId ? 'accepted' : 'booked' }]
}
