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

let lastDay = { number: Number.NaN, text: '' }
const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'))

/** The moment that many milliseconds after the epoch. */
export function instantOf(epoch: number): Instant {
  // Whole minutes of one day, by the thousand, are what offered times are: put together they cost a tenth of toISOString.
  if (epoch % MINUTE !== 0) return toInstant(new Date(epoch))
  const number = Math.floor(epoch / DAY)
  if (number !== lastDay.number) lastDay = { number, text: toInstant(new Date(number * DAY)).slice(0, -13) }
  const minutes = (epoch - number * DAY) / MINUTE
  return `${lastDay.text}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:00.000Z`
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

/**
 * A part of a day in which nobody turns the clock, from `start` up to but not including `end`: the wall shows m minutes
 * after 00:00 at `midnight` + m minutes. All three are epoch milliseconds.
 */
export interface ClockStretch {
  start: number
  end: number
  midnight: number
}

/**
 * A day on the wall from its first moment up to but not including the next day's, in epoch milliseconds: one stretch, two
 * when the clock changes, none when the calendar leaves the day out.
 */
export interface DayClock {
  day: Day
  start: number
  end: number
  stretches: ClockStretch[]
}

/** The days from `from` to `to`, both included. Costs one look at the wall a day, where `instantAt` costs four a time. */
export function clocksOfDays(from: Day, to: Day, zone: string): DayClock[] {
  const clocks: DayClock[] = []
  let start = Date.parse(instantAt(from, 0, zone))
  let ahead = offset(start, zone)
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const wall = Date.parse(day)
    const before = ahead
    let end = wall + DAY - before
    let turn = end
    ahead = offset(end, zone)
    if (ahead !== before) {
      end = Date.parse(instantAt(addDays(day, 1), 0, zone))
      turn = turnOfClock(start, end, zone)
    }
    const stretches: ClockStretch[] = []
    if (start < turn) stretches.push({ start, end: turn, midnight: wall - before })
    if (turn < end) stretches.push({ start: turn, end, midnight: wall - ahead })
    clocks.push({ day, start, end, stretches })
    start = end
  }
  return clocks
}

/** The first whole minute after `start` at which the clock no longer runs as it did there; `end` when it goes on doing so. */
function turnOfClock(start: number, end: number, zone: string): number {
  const ahead = offset(start, zone)
  let [same, turned] = [start, end]
  while (turned - same > MINUTE) {
    const middle = same + Math.floor((turned - same) / 2 / MINUTE) * MINUTE
    if (offset(middle, zone) === ahead) same = middle
    else turned = middle
  }
  return turned
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
