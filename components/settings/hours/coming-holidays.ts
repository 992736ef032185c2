import type { HolidayHours } from '@/lib/appointments/appointment'
import {
  BAYRAMS_KNOWN_UNTIL,
  HALF_DAY_FROM,
  type HolidayName,
  holidaysOf,
  holidayWords,
  isHalfDay,
} from '@/lib/appointments/holidays'
import { addDays, type Day, formatMinutes } from '@/lib/kernel/zone'

export type Opens = HolidayHours['opens']

/** What a shop may choose for a day. */
export interface HolidayChoice {
  opens: Opens
  /** With `longer`: minutes after midnight. */
  until: number | null
}

/** A day on which the law closes shops, wholly or from 13:00 on. Two holidays may fall on one day. */
export interface ComingHoliday {
  day: Day
  names: HolidayName[]
  title: string
  /** The other one, where there are two. */
  also: string | null
  half: boolean
}

/** The official holidays from `today` on, a year of them. */
export function comingHolidays(today: Day): ComingHoliday[] {
  return Array.from({ length: 366 }, (_, i) => addDays(today, i)).flatMap(day => {
    const names = holidaysOf(day)
    const [first, second] = names
    if (!first) return []
    const also = second ? holidayWords[second] : null
    return { day, names, title: holidayWords[first], also, half: names.every(isHalfDay) }
  })
}

/** Whether all of that year's bayrams are in the table. */
export const bayramsAreKnown = (today: Day): boolean => addDays(today, 365) <= BAYRAMS_KNOWN_UNTIL

/** What the shop does then, as far as its choices go. Of two holidays on one day the one that closes earlier counts (SPEC AP2). */
export function chosenFor({ names, half }: ComingHoliday, chosen: readonly HolidayHours[]): HolidayChoice {
  const choices = names.map((name): HolidayChoice => {
    const row = chosen.find(one => one.holiday === name)
    if (!row || row.opens === 'official') return { opens: half ? 'official' : 'closed', until: null }
    return { opens: row.opens, until: row.until }
  })
  return choices.sort((a, b) => closesAt(a) - closesAt(b))[0]!
}

const closesAt = ({ opens, until }: HolidayChoice) => {
  if (opens === 'closed') return 0
  if (opens === 'official') return HALF_DAY_FROM
  return opens === 'longer' ? (until ?? 0) : 24 * 60 + 1
}

/** `kapalı`, `her zamanki gibi`, `kapanış 22:00`. */
export function choiceWords({ opens, until }: HolidayChoice): string {
  if (opens === 'longer') return `kapanış ${formatMinutes(until ?? 0)}`
  return {
    official: `kapanış ${formatMinutes(HALF_DAY_FROM)}`,
    closed: 'kapalı',
    usual: 'her zamanki gibi',
  }[opens]
}

/** The two eves that the one switch is about: on the eve of 29 October nobody stays open for the sake of the eve. */
export const EVES: readonly HolidayName[] = ['ramazan-arife', 'kurban-arife']

/** Until when the shop is open on both eves, the earlier of the two; null: not on both. */
export function openOnEvesUntil(chosen: readonly HolidayHours[]): number | null {
  const until = EVES.map(eve => chosen.find(one => one.holiday === eve && one.opens === 'longer')?.until)
  return until.every(minutes => minutes !== undefined && minutes !== null) ? Math.min(...until) : null
}
