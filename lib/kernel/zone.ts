/** A moment: ISO 8601 in UTC with milliseconds, `2026-11-22T11:30:00.000Z`. Sorts as text. */
export type Instant = string

/** A date in the shop's calendar, `YYYY-MM-DD`; belongs to no zone. Sorts as text. */
export type Day = string

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Throws RangeError for an invalid date. */
export function toInstant(date: Date): Instant {
  return date.toISOString()
}

/** The day on the wall at that moment. `zone` is an IANA name here and below; an unknown one throws RangeError. */
export function dayOf(instant: Instant, zone: string): Day {
  return toDay(wallTime(Date.parse(instant), zone))
}

/** Minutes shown on the wall clock since 00:00, 0–1439; seconds are dropped. */
export function minutesOfDay(instant: Instant, zone: string): number {
  const wall = wallTime(Date.parse(instant), zone)
  return Math.floor((wall % DAY) / MINUTE)
}

/**
 * The moment at which the wall shows `minutes` after 00:00 of `day`; 1440 and more run into the next day.
 * Where the clock jumps over that time it is shifted forward by the jump (02:30 → 03:30); where it comes twice, the first.
 */
export function instantAt(day: Day, minutes: number, zone: string): Instant {
  const wall = Date.parse(day) + minutes * MINUTE
  // The offsets a day before and after: they differ only around a change of the clock, and then one of them holds,
  // or neither (the jump), or both (the hour that comes twice: the older offset gives the first).
  const [before, after] = [wall - offset(wall - DAY, zone), wall - offset(wall + DAY, zone)]
  const found = [before, after].find(moment => wallTime(moment, zone) === wall) ?? before
  return toInstant(new Date(found))
}

export function weekdayOf(day: Day): Weekday {
  return (new Date(day).getUTCDay() || 7) as Weekday
}

export function addDays(day: Day, n: number): Day {
  return toDay(Date.parse(day) + n * DAY)
}

/** Elapsed minutes, not minutes on the wall: over a change of the clock the two differ. */
export function addMinutes(instant: Instant, n: number): Instant {
  return toInstant(new Date(Date.parse(instant) + n * MINUTE))
}

const longDay = new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'long', weekday: 'long', timeZone: 'UTC' })

/** `22 Kasım Pazar`. */
export function formatDay(day: Day): string {
  return longDay.format(Date.parse(day))
}

/** `14:30`, on the wall of that zone. */
export function formatTime(instant: Instant, zone: string): string {
  return formatMinutes(minutesOfDay(instant, zone))
}

/** Minutes since 00:00 as `14:30`; 1440 is `24:00`, as closing times are written. */
export function formatMinutes(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function toDay(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10)
}

function offset(epoch: number, zone: string): number {
  return wallTime(epoch, zone) - epoch
}

/** What the wall shows, as the epoch milliseconds at which a clock in UTC would show the same. */
function wallTime(epoch: number, zone: string): number {
  // `11/22/2026, 14:30:00`, read as text: four times as fast as formatToParts, and a list of a month asks thousands of times.
  const shown = clockOf(zone).format(epoch).match(/\d+/g)!.map(Number)
  const [month, day, year, hour, minute, second] = shown as [number, number, number, number, number, number]
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((epoch % 1000) + 1000) % 1000)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using it, and a shop has one zone.
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...WALL_CLOCK })
    clocks.set(zone, clock)
  }
  return clock
}

const WALL_CLOCK = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const
