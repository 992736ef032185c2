import type { Id } from '@/lib/kernel/id'
import { subtract } from '@/lib/kernel/time-range'
import {
  addDays,
  addMinutes,
  clocksOfDays,
  type Day,
  type DayClock,
  instantAt,
  minutesOfDay,
  type Weekday,
  weekdayOf,
} from '@/lib/kernel/zone'
import { BAYRAMS_KNOWN_UNTIL, type HolidayName, holidaysOf } from '../holidays'
import type { ChairBook } from '../time/book'
import { type Buffers, busyTimeOf, type Slot, timeOf } from '../time/chair-time'
import { isWithinHours, onTheWall, specialHoursOfDay, timeOffOf, usualHours } from '../time/open-time'

/** A year of weekly visits; longer series are begun anew. */
export const LONGEST_SERIES = 52

/** "Her salı", "her 4 haftada bir": from the first such weekday on or after `from`. */
export interface Recurrence {
  from: Day
  weekday: Weekday
  /** 1: every week. */
  everyWeeks: number
  ends: { count: number } | { lastDay: Day }
}

/** The days of the recurrence in order, never more than `LONGEST_SERIES`. */
export function daysOfSeries({ from, weekday, everyWeeks, ends }: Recurrence): Day[] {
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  const most = 'count' in ends ? Math.min(ends.count, LONGEST_SERIES) : LONGEST_SERIES
  const days = Array.from({ length: most }, (_, i) => addDays(first, i * 7 * everyWeeks))
  return 'lastDay' in ends ? days.filter(day => day <= ends.lastDay) : days
}

/** What is repeated: one chair, at that time on the wall. */
export interface Repeated extends Buffers {
  staffId: Id
  /** After midnight. */
  minuteOfDay: number
  minutes: number
}

/**
 * One date of a series, and whether it fits. `holiday`: open at that time on any such weekday, but not on this one.
 * `unknown`: it would fit, but lies in a year whose bayrams this version does not know.
 */
export type SeriesDate = Slot & { day: Day } & (
    | { fit: 'fits' | 'closed' | 'taken' | 'unknown' }
    | { fit: 'holiday'; holidays: HolidayName[] }
  )

/** Every date of the series, also those that do not fit: the shop sees them before anything is written (SPEC AP19). */
export const seriesDates = (book: ChairBook, recurrence: Recurrence, repeated: Repeated): SeriesDate[] =>
  daysOfSeries(recurrence).map(day => seriesDate(book, day, repeated))

function seriesDate(book: ChairBook, day: Day, repeated: Repeated): SeriesDate {
  const startsAt = instantAt(day, repeated.minuteOfDay, book.zone)
  const slot = { staffId: repeated.staffId, startsAt, endsAt: addMinutes(startsAt, repeated.minutes) }
  const date = { ...slot, day }
  // The clock jumps over that time: whoever comes then finds another time on the wall.
  if (minutesOfDay(startsAt, book.zone) !== repeated.minuteOfDay) return { ...date, fit: 'closed' }
  if (!isWithinHours(book, slot, book.zone)) {
    const holidays = closingHolidays(book, slot, day)
    return holidays.length > 0 ? { ...date, fit: 'holiday', holidays } : { ...date, fit: 'closed' }
  }
  const busy = busyTimeOf({ ...slot, ...repeated })
  const inTheWay = (others: readonly { start: number; end: number }[]) =>
    others.some(other => other.start < busy.end && busy.start < other.end)
  if (inTheWay(timeOffOf(book, slot.staffId))) return { ...date, fit: 'closed' }
  if (inTheWay(book.busy.filter(one => one.staffId === slot.staffId))) return { ...date, fit: 'taken' }
  return { ...date, fit: day > BAYRAMS_KNOWN_UNTIL ? 'unknown' : 'fits' }
}

/** The holidays but for which the chair would be open then; none when it is closed for another reason. */
function closingHolidays(book: ChairBook, slot: Slot, day: Day): HolidayName[] {
  const [clock] = clocksOfDays(day, day, book.zone) as [DayClock]
  const usual = subtract(onTheWall(usualHours(book, slot.staffId, day), clock), timeOffOf(book, slot.staffId))
  const isUsuallyOpen = subtract([timeOf(slot)], usual).length === 0
  return isUsuallyOpen && !specialHoursOfDay(book, slot.staffId, day) ? holidaysOf(day) : []
}
