import type { Appointment } from '@/lib/appointments/appointment'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import { type Serving, type WishedPart, waysToServe, whoServes } from '@/lib/appointments/offers/who-serves'
import type { Book } from '@/lib/appointments/time/book'
import { chairDays } from '@/lib/appointments/time/chair-day'
import { inTheWay } from '@/lib/appointments/time/chair-time'
import { isWithinHours } from '@/lib/appointments/time/open-time'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { addMinutes, clocksOfDays, dayOf, type Instant } from '@/lib/kernel/zone'

interface Planning {
  book: Book
  appointments: readonly Appointment[]
  /** Those that are looking for another time: they are not in their own way. */
  except?: readonly Id[]
}

export interface Plan {
  parts: OfferedPart[]
  /** Nobody is open for all of it: it is written all the same, and said (SPEC AP11). */
  outsideHours: boolean
}

/** Why something cannot begin then: nobody does it, or this appointment is in the way of the one who would. */
export type NoPlan = 'nobody' | 'taken'

/**
 * A visit that begins at that very moment, whatever the hours say: the shop may write anything anywhere but twice. Within hours before
 * outside; otherwise by whoever the engine would choose (SPEC AP7–AP9).
 */
export function planAt(planning: Planning, wished: readonly WishedPart[], startsAt: Instant): Result<Plan, NoPlan> {
  const { book } = planning
  const day = dayOf(startsAt, book.zone)
  const days = chairDays(book, book.chairs, clocksOfDays(day, day, book.zone))
  const held = ({ staffId }: Serving) => days.get(staffId)?.[0]?.held ?? 0
  const servings = wished.map(part => whoServes(book, part).sort((a, b) => held(a) - held(b)))
  if (servings.length === 0 || servings.some(able => able.length === 0)) return fail('nobody')

  const isOpen = (part: OfferedPart) => isWithinHours(book, part, book.zone)
  const within = firstPlan(planning, servings, startsAt, isOpen)
  if (within) return ok({ parts: within, outsideHours: false })
  const anyhow = firstPlan(planning, servings, startsAt, () => true)
  return anyhow ? ok({ parts: anyhow, outsideHours: true }) : fail('taken')
}

function firstPlan(
  { appointments, book, except = [] }: Planning,
  servings: Serving[][],
  startsAt: Instant,
  suits: (part: OfferedPart) => boolean,
): OfferedPart[] | null {
  const others = appointments.filter(one => !except.includes(one.id))
  function plan(way: readonly (readonly Serving[])[], planned: OfferedPart[]): OfferedPart[] | null {
    if (planned.length === way.length) return planned
    for (const serving of way[planned.length]!) {
      const part = following(planned, serving, startsAt)
      if (!suits(part) || inTheWay(others, part, book.now)) continue
      const whole = plan(way, [...planned, part])
      if (whole) return whole
    }
    return null
  }
  for (const way of waysToServe(servings)) {
    const whole = plan(way, [])
    if (whole) return whole
  }
  return null
}

/** At once when another chair goes on, after clean-up and preparation when the same one does. */
function following(
  planned: readonly OfferedPart[],
  { minutes, ...serving }: Serving,
  visitStart: Instant,
): OfferedPart {
  const ready = planned
    .filter(part => part.staffId === serving.staffId)
    .map(part => addMinutes(part.endsAt, part.cleanMinutes + serving.prepareMinutes))
  const startsAt = [planned.at(-1)?.endsAt ?? visitStart, ...ready].sort().at(-1)!
  return { ...serving, startsAt, endsAt: addMinutes(startsAt, minutes) }
}

/** What holds the chairs of those who would do it at that time: the sentence names when. */
export function holderAt(
  { appointments, book, except = [] }: Planning,
  wished: readonly WishedPart[],
  startsAt: Instant,
) {
  const others = appointments.filter(one => !except.includes(one.id))
  return whoServes(book, wished[0]!)
    .map(({ minutes, ...serving }) => ({ ...serving, startsAt, endsAt: addMinutes(startsAt, minutes) }))
    .map(part => inTheWay(others, part, book.now))
    .find(holder => holder !== undefined)
}
