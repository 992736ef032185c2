import { type Appointment, holdsItsChair } from '@/lib/appointments/appointment'
import { holidaysOf, holidayWords } from '@/lib/appointments/holidays'
import { inTheWay, timeOf } from '@/lib/appointments/time/chair-time'
import { isWithinHours, type OpeningHours } from '@/lib/appointments/time/open-time'
import { addDays, addMinutes, type Day, dayOf, type Instant, instantAt, minutesOfDay } from '@/lib/kernel/zone'
import { minutesOf } from '../words'
import type { Move } from './use-acts'

/** How much of a series is meant: this one, this and the later ones, or all that is still open. */
export type Scope = 'one' | 'following' | 'all'

type Visit = Appointment[]

/** The open visits of a series that are meant, in the order of the clock, each as its parts in that order. */
export function visitsInScope(series: readonly Appointment[], of: Appointment, scope: Scope, now: Instant): Visit[] {
  const visits = new Map<string, Visit>()
  for (const part of [...series].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const key = part.visitId ?? part.id
    visits.set(key, [...(visits.get(key) ?? []), part])
  }
  const own = (visit: Visit) => visit.some(part => part.id === of.id)
  const from = [...visits.values()].find(own)?.[0]?.startsAt ?? of.startsAt
  return [...visits.values()].filter(visit => {
    if (!visit.every(part => holdsItsChair(part, now))) return false
    if (scope === 'one') return own(visit)
    return scope === 'all' || visit[0]!.startsAt >= from
  })
}

export interface Shift {
  /** The visit that was moved by hand, and where each of its parts goes. */
  moved: Visit
  to: readonly Move[]
}

export interface ShiftedVisit {
  visit: Visit
  moves: Move[]
  /** Why it stays where it is; null: it moves. */
  why: string | null
}

interface Around {
  zone: string
  now: Instant
  hours: OpeningHours
  /** All that is in the book from the first to the last of them, before and after the shift. */
  appointments: readonly Appointment[]
}

/**
 * The same shift for other visits of the series: so many days, to that time on the wall, to that chair where the chair changed. In the
 * order in which they can be moved one after another without meeting each other; those that do not fit stay, and say why.
 */
export function shiftVisits(
  visits: readonly Visit[],
  shift: Shift,
  { zone, now, hours, ...around }: Around,
): ShiftedVisit[] {
  const later = shift.to[0]!.startsAt > shift.moved[0]!.startsAt
  const inOrder = later ? [...visits].reverse() : visits
  let appointments = around.appointments
  return inOrder.map(visit => {
    const isMoved = visit[0]!.id === shift.moved[0]!.id
    const moves = isMoved ? [...shift.to] : visit.map((part, i) => shifted(part, i, shift, zone))
    const after = visit.map((part, i) => ({ ...part, ...moves[i]! }))
    const others = appointments.filter(one => !visit.some(part => part.id === one.id))
    const why = whyNot(after, others)
    if (why === null) appointments = [...others, ...after]
    return { visit, moves, why }

    function whyNot(parts: Visit, others: readonly Appointment[]): string | null {
      if (parts.some(part => inTheWay(others, part, now))) return 'dolu'
      // Chosen by hand, it may stand outside hours.
      const closed = isMoved ? undefined : parts.find(part => !isWithinHours(hours, part, zone))
      if (!closed) return null
      return (
        holidaysOf(dayOf(closed.startsAt, zone))
          .map(holiday => holidayWords[holiday])
          .join(', ') || 'kapalı'
      )
    }
  })
}

function shifted(part: Appointment, i: number, { moved, to }: Shift, zone: string): Move {
  const from = moved[Math.min(i, moved.length - 1)]!
  const there = to[Math.min(i, to.length - 1)]!
  const days = Math.round(
    (Date.parse(dayOf(there.startsAt, zone)) - Date.parse(dayOf(from.startsAt, zone))) / 86_400_000,
  )
  const minutes = minutesOfDay(there.startsAt, zone) - minutesOfDay(from.startsAt, zone)
  const day: Day = addDays(dayOf(part.startsAt, zone), days)
  const startsAt = instantAt(day, minutesOfDay(part.startsAt, zone) + minutes, zone)
  const staffId = part.staffId === from.staffId ? there.staffId : part.staffId
  return { id: part.id, staffId, startsAt, endsAt: addMinutes(startsAt, minutesOf(part)) }
}

/** From the first moment that a shift touches to the last, in epoch milliseconds. */
export function spanOf(visits: readonly Visit[], { moved, to }: Shift): { start: number; end: number } {
  const [from, there] = [timeOf(moved[0]!).start, timeOf(to[0]!).start]
  const times = visits.flat().map(timeOf)
  const starts = times.map(({ start }) => start)
  const ends = times.map(({ end }) => end)
  return {
    start: Math.min(...starts, ...starts.map(start => start + there - from)),
    end: Math.max(...ends, ...ends.map(end => end + there - from)),
  }
}
