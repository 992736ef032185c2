import type { Id } from '@/lib/kernel/id'
import { eachOverlap, intersect, merge, subtract, type TimeRange } from '@/lib/kernel/time-range'
import type { DayClock, Instant } from '@/lib/kernel/zone'
import type { ChairBook } from './book'
import type { Buffers } from './chair-time'
import { hoursOfDay, onTheWall, openingOf, timeOffOf } from './open-time'

const MINUTE = 60_000

/** Nobody is served in less, and nobody is told to come at 14:07: what has begun is rounded up to this. */
const SHORTEST = 5 * MINUTE

/** The first moment that can still be given away: `now`, rounded up to five minutes. Epoch milliseconds. */
export const soonest = (now: Instant): number => Math.ceil(Date.parse(now) / SHORTEST) * SHORTEST

/** One chair on one day: all that decides what fits into it. Epoch milliseconds; the ranges are sorted and disjoint. */
export interface ChairDay {
  /** Its hours, time off not yet taken away. */
  open: TimeRange[]
  /** When it is neither held nor off, nor past; a range reaches beyond the day and its hours as far as it does. */
  free: TimeRange[]
  /** For how long of that day it is held (SPEC AP9). */
  held: number
}

/** Every given chair on each of the days, in their order. */
export function chairDays(book: ChairBook, chairs: readonly Id[], clocks: readonly DayClock[]): Map<Id, ChairDay[]> {
  const busyOfChair = new Map<Id, TimeRange[]>(chairs.map(chair => [chair, []]))
  for (const busy of book.busy) busyOfChair.get(busy.staffId)?.push(busy)
  return new Map([...busyOfChair].map(([chair, busy]) => [chair, daysOfChair(book, chair, busy, clocks)]))
}

function daysOfChair(book: ChairBook, staffId: Id, busy: TimeRange[], clocks: readonly DayClock[]): ChairDay[] {
  const shop = openingOf(book, staffId)
  const held = merge(busy)
  const past = { start: -Infinity, end: soonest(book.now) }
  const free = subtract([{ start: -Infinity, end: Infinity }], [past, ...timeOffOf(shop, staffId), ...held])
  const heldOfDay = byDay(held, clocks)
  const freeOfDay = byDay(free, clocks)
  return clocks.map((clock, i) => ({
    open: onTheWall(hoursOfDay(shop, staffId, clock.day), clock),
    free: freeOfDay[i]!,
    held: lengthWithin(heldOfDay[i]!, clock),
  }))
}

/** The ranges that reach into each day; one that reaches into several stands in each. Both lists are sorted and disjoint. */
function byDay(ranges: readonly TimeRange[], days: readonly TimeRange[]): TimeRange[][] {
  let first = 0
  return days.map(({ start, end }) => {
    while (first < ranges.length && ranges[first]!.end <= start) first++
    let next = first
    while (next < ranges.length && ranges[next]!.start < end) next++
    return ranges.slice(first, next)
  })
}

const lengthWithin = (ranges: readonly TimeRange[], day: TimeRange) =>
  ranges.reduce((sum, { start, end }) => sum + Math.min(end, day.end) - Math.max(start, day.start), 0)

/** The time within hours that is still to be had, in gaps of at least five minutes. */
export const gapsOf = ({ open, free }: ChairDay): TimeRange[] =>
  intersect(open, free).filter(gap => gap.end - gap.start >= SHORTEST)

/** The first and the last moment, both included, at which something can begin. Epoch milliseconds. */
export interface StartWindow {
  first: number
  last: number
}

/**
 * When something that long can begin (SPEC AP5): served within hours, with its preparation and clean-up in free time. Each
 * window begins as early as it can: at opening, or as soon as what is before lets it.
 */
export function startWindows(
  { open, free }: ChairDay,
  { minutes, prepareMinutes, cleanMinutes }: Buffers & { minutes: number },
): StartWindow[] {
  const windows: StartWindow[] = []
  eachOverlap(open, free, (hours, gap) => {
    const first = Math.max(hours.start, gap.start + prepareMinutes * MINUTE)
    const last = Math.min(hours.end, gap.end - cleanMinutes * MINUTE) - minutes * MINUTE
    if (first <= last) windows.push({ first, last })
  })
  return windows
}
