import { whoServes } from '@/lib/appointments/offers/who-serves'
import { inTheWay } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { formatTime, type Instant, instantOf } from '@/lib/kernel/zone'
import type { Move } from '../visit/use-acts'
import type { Agenda, AgendaItem } from './use-agenda'

interface Drop {
  item: AgendaItem
  /** The open parts of its visit, itself among them: they all go along, by as much. */
  parts: readonly AgendaItem[]
  staffId: Id
  /** Epoch milliseconds. */
  start: number
}

/** Where a visit goes when one of its parts is dropped there, or the sentence that says why not. */
export function movesOfDrop(
  { book, items }: Agenda,
  { item, parts, staffId, start }: Drop,
  now: Instant,
): Result<Move[], string> {
  const { appointment } = item
  const able = whoServes(
    { chairs: [staffId], services: book.services, staffServices: book.staffServices },
    { serviceId: appointment.serviceId, staffId },
  )
  if (staffId !== appointment.staffId && able.length === 0) {
    const chair = book.staff.find(one => one.id === staffId)?.name
    return fail(`${chair} ${item.service?.name ?? 'bu hizmeti'} yapmıyor; randevu yerinde kaldı.`)
  }
  const shift = start - Date.parse(appointment.startsAt)
  const shifted = (instant: Instant) => instantOf(Date.parse(instant) + shift)
  const after = parts.map(part => ({
    ...part.appointment,
    staffId: part === item ? staffId : part.appointment.staffId,
    startsAt: shifted(part.appointment.startsAt),
    endsAt: shifted(part.appointment.endsAt),
  }))
  const others = book.appointments.filter(one => !after.some(part => part.id === one.id))
  for (const part of after) {
    const holder = inTheWay(others, part, now) ?? inTheWay(after, part, now, part.id)
    if (holder) {
      const time = formatTime(part.startsAt, book.zone)
      return fail(`${time} dolu: ${items.get(holder.id)?.name ?? 'başka randevu'}. Randevu yerinde kaldı.`)
    }
  }
  return ok(after.map(({ id, staffId, startsAt, endsAt }) => ({ id, staffId, startsAt, endsAt })))
}
