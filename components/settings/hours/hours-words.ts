import type { Ranges } from '@/lib/appointments/appointment'
import { formatMinutes } from '@/lib/kernel/zone'

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export const weekdayWords: Record<number, string> = {
  1: 'Pazartesi',
  2: 'Salı',
  3: 'Çarşamba',
  4: 'Perşembe',
  5: 'Cuma',
  6: 'Cumartesi',
  7: 'Pazar',
}

/** Nine to seven, closed on Sundays: where a new shop begins. */
export const usualRanges = (weekday: number): Ranges => (weekday === 7 ? [] : [[9 * 60, 19 * 60]])

/** `09:00–13:00, 14:00–19:00`, or `kapalı`. */
export const hoursWords = (ranges: Ranges): string =>
  ranges.map(([from, to]) => `${formatMinutes(from)}–${formatMinutes(to)}`).join(', ') || 'kapalı'
