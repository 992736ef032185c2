import type { Ranges } from '@/lib/appointments/appointment'
import { type HolidayName, holidaysOf } from '@/lib/appointments/holidays'
import { openTime, usualHours } from '@/lib/appointments/time/open-time'
import { merge, type TimeRange } from '@/lib/kernel/time-range'
import { addDays, type Day, instantOf, minutesOfDay } from '@/lib/kernel/zone'
import type { ShopBook } from './shop-book'

const END_OF_DAY = 24 * 60

/** When anybody serves on a date. */
export interface DayHours {
  day: Day
  /** In minutes after midnight; empty: closed. */
  ranges: Ranges
}

/** A date that is not like any such weekday. */
export interface UnusualDay extends DayHours {
  holidays: HolidayName[]
}

/** Of each weekday (Monday is 1) when anybody usually serves. */
export function usualWeek(book: ShopBook): { weekday: number; ranges: Ranges }[] {
  const chairs = new Set(book.staff.map(({ id }) => id))
  return [1, 2, 3, 4, 5, 6, 7].map(weekday => {
    const rows = book.hours.filter(row => row.weekday === weekday && chairs.has(row.staffId))
    return { weekday, ranges: asRanges(rows.flatMap(row => row.ranges.map(([start, end]) => ({ start, end })))) }
  })
}

/** When anybody serves on that date: holidays, special hours and time off are looked at. */
export function hoursOn(book: ShopBook, day: Day): Ranges {
  const minutes = (epoch: number) => minutesOfDay(instantOf(epoch), book.shop.zone)
  const open = merge(book.staff.flatMap(({ id }) => openTime(book, id, day, book.shop.zone)))
  return open.map(({ start, end }) => [minutes(start), minutes(end) || END_OF_DAY])
}

/** The dates from `from` on that are not like any such weekday, within so many days. */
export function unusualDays(book: ShopBook, from: Day, within: number): UnusualDay[] {
  return Array.from({ length: within }, (_, i) => addDays(from, i)).flatMap(day => {
    const ranges = hoursOn(book, day)
    const usual = asRanges(book.staff.flatMap(({ id }) => usualHours(book, id, day)))
    return ranges.join() === usual.join() ? [] : { day, ranges, holidays: holidaysOf(day) }
  })
}

const asRanges = (times: readonly TimeRange[]): Ranges => merge(times).map(({ start, end }) => [start, end])
