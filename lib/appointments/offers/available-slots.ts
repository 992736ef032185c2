import type { Id } from '@/lib/kernel/id'
import { addDays, clocksOfDays, type Day, type DayClock, dayOf, type Instant, instantOf } from '@/lib/kernel/zone'
import type { Appointment, BookingRules } from '../appointment'
import { BAYRAMS_KNOWN_UNTIL } from '../holidays'
import type { Book } from '../time/book'
import { type ChairDay, chairDays, type StartWindow, startWindows } from '../time/chair-day'
import type { Slot } from '../time/chair-time'
import { type PlannedPart, possibleBegins, visitPlanner } from './visit-plan'
import { type Serving, type WishedPart, whoServes } from './who-serves'

const MINUTE = 60_000

export interface Wish {
  /** What is wished for, in the order in which it is to be served. */
  parts: readonly WishedPart[]
  from: Day
  /** The last day, itself included. */
  to: Day
  /** How far apart offered times stand on the clock. */
  stepMinutes: number
  /** What holds for a customer (SPEC AP11). Null: the shop itself asks. */
  limits: Pick<BookingRules, 'noticeMinutes' | 'daysAhead'> | null
}

/** One part of an offer, as it would be booked. */
export type OfferedPart = Slot & Pick<Appointment, 'serviceId' | 'prepareMinutes' | 'cleanMinutes' | 'price'>

/** A time at which everything wished for can be served, and who would do it. */
export interface Offer {
  startsAt: Instant
  endsAt: Instant
  parts: OfferedPart[]
}

/**
 * When the wish can be had, in the order of the clock; no two offers begin together (SPEC AP5–AP11). `book.busy` must reach from
 * `from` to `to`.
 */
export function availableSlots(book: Book, { parts, from, to, stepMinutes, limits }: Wish): Offer[] {
  const servings = parts.map(part => whoServes(book, part))
  if (servings.length === 0 || servings.some(able => able.length === 0)) return []

  const today = dayOf(book.now, book.zone)
  const last = limits ? earliest(to, addDays(today, limits.daysAhead), BAYRAMS_KNOWN_UNTIL) : to
  const clocks = clocksOfDays(from < today ? today : from, last, book.zone)
  const chairs = new Set(servings.flat().map(serving => serving.staffId))
  const days = chairDays(book, [...chairs], clocks)

  const begins = possibleBegins(servings)
  const step = stepMinutes * MINUTE
  const notBefore = Date.parse(book.now) + (limits?.noticeMinutes ?? 0) * MINUTE
  return clocks.flatMap((clock, i) => {
    const dayOfChair = (chair: Id) => days.get(chair)![i]!
    return offersOfDay(servings, { dayOfChair, begins, clock, step, notBefore })
  })
}

const earliest = (...days: Day[]): Day => days.sort()[0]!

interface VisitDay {
  dayOfChair: (chair: Id) => ChairDay
  begins: ReadonlyMap<Serving, ReadonlySet<number>>
  clock: DayClock
  /** How far apart steps are, in milliseconds. */
  step: number
  /** Epoch milliseconds. */
  notBefore: number
}

function offersOfDay(
  servings: readonly Serving[][],
  { dayOfChair, begins, clock, step, notBefore }: VisitDay,
): Offer[] {
  // The shop's order stays among chairs held for equally long (SPEC AP9).
  const held = ({ staffId }: Serving) => dayOfChair(staffId).held
  const parts = servings.map(able => able.toSorted((a, b) => held(a) - held(b)))
  const windows = new Map(servings.flat().map(one => [one, startWindows(dayOfChair(one.staffId), one)]))

  const starts: number[] = []
  for (const serving of parts[0]!) addSteps(starts, windows.get(serving)!, clock, step)
  for (const [serving, itsWindows] of windows) {
    for (const later of begins.get(serving)!) for (const { first } of itsWindows) starts.push(first - later)
  }
  const plan = visitPlanner(parts, windows)
  const offers: Offer[] = []
  let before = -Infinity
  // A month has thousands of starts. A typed array sorts them as numbers without making an object of each.
  for (const start of new Float64Array(starts).sort()) {
    if (start < notBefore || start === before) continue
    before = start
    const planned = plan(start, !isStep(start, clock, step))
    if (planned) offers.push(asOffer(start, planned))
  }
  return offers
}

/** Adds the steps of the clock at which something can begin. */
function addSteps(starts: number[], windows: readonly StartWindow[], { stretches }: DayClock, step: number): void {
  for (const { first, last } of windows) {
    for (const { start, end, midnight } of stretches) {
      let at = midnight + Math.ceil((Math.max(first, start) - midnight) / step) * step
      for (; at <= last && at < end; at += step) starts.push(at)
    }
  }
}

const isStep = (moment: number, { stretches }: DayClock, step: number): boolean =>
  stretches.some(({ start, end, midnight }) => start <= moment && moment < end && (moment - midnight) % step === 0)

function asOffer(start: number, planned: readonly PlannedPart[]): Offer {
  const parts = planned.map(
    ({ serving: { staffId, serviceId, price, prepareMinutes, cleanMinutes }, starts, ends }) => ({
      staffId,
      serviceId,
      startsAt: instantOf(start + starts),
      endsAt: instantOf(start + ends),
      price,
      prepareMinutes,
      cleanMinutes,
    }),
  )
  return { startsAt: parts[0]!.startsAt, endsAt: parts.at(-1)!.endsAt, parts }
}
