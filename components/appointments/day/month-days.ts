import { type ShopBook, servingStaff } from '@/lib/appointments/browser/shop-book'
import { timeOf } from '@/lib/appointments/time/chair-time'
import { hoursOfDay, onTheWall, timeOffOf } from '@/lib/appointments/time/open-time'
import type { Id } from '@/lib/kernel/id'
import { intersect, subtract, type TimeRange } from '@/lib/kernel/time-range'
import { addDays, clocksOfDays, type Day, type DayClock, type Weekday, weekdayOf } from '@/lib/kernel/zone'

export interface MonthDay {
  day: Day
  weekday: Weekday
  /** Nobody is here for any of it. */
  closed: boolean
  /** Of the open time the part that is booked, 0 to 1. */
  fullness: number
  count: number
}

const inTheBook = ['held', 'requested', 'confirmed', 'arrived', 'done', 'no-show']

/** Every day of the month that begins with `first`: how full it is, of one chair or (null) of all. `book` must hold all of it. */
export function monthDays(book: ShopBook, { first, filter }: { first: Day; filter: Id | null }): MonthDay[] {
  const clocks = clocksOfDays(first, lastOfMonth(first), book.zone)
  const chairs = servingStaff(book).filter(({ id }) => filter === null || id === filter)
  const [open, taken, count] = [0, 0, 0].map(zero => clocks.map(() => zero)) as [number[], number[], number[]]
  for (const { id } of chairs) {
    // Once for the whole month: a full one of five chairs is some thousand appointments.
    const hours = clocks.flatMap(clock => onTheWall(hoursOfDay(book.hours, id, clock.day), clock))
    const here = subtract(hours, timeOffOf(book.hours, id))
    const booked = book.appointments.filter(one => one.staffId === id && inTheBook.includes(one.status)).map(timeOf)
    addLengths(open, here, clocks)
    addLengths(taken, intersect(booked, here), clocks)
    for (const { start } of booked) {
      const i = clocks.findIndex(clock => clock.start <= start && start < clock.end)
      if (i >= 0) count[i]!++
    }
  }
  return clocks.map(({ day }, i) => ({
    day,
    weekday: weekdayOf(day),
    closed: open[i] === 0,
    fullness: open[i] === 0 ? 0 : taken[i]! / open[i]!,
    count: count[i]!,
  }))
}

/** Adds to each day how much of it the ranges cover; both are sorted and disjoint. */
function addLengths(sums: number[], ranges: readonly TimeRange[], clocks: readonly DayClock[]): void {
  let next = 0
  clocks.forEach((day, i) => {
    for (; next < ranges.length && ranges[next]!.start < day.end; next++) {
      const { start, end } = ranges[next]!
      sums[i]! += Math.max(0, Math.min(day.end, end) - Math.max(day.start, start))
      if (end > day.end) break // the rest of it is the next day's
    }
  })
}

const lastOfMonth = (first: Day): Day => addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
