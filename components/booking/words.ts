import { hoursWords, weekdayWords } from '@/components/settings/hours/hours-words'
import type { Ranges } from '@/lib/appointments/appointment'
import { holidayWords } from '@/lib/appointments/holidays'
import type { UnusualDay } from '@/lib/booking/opening-hours'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { addDays, type Day, formatDay } from '@/lib/kernel/zone'

/** `₺400`, `₺1.250,50`: whole lira without their kuruş. Empty for what has no price. */
export const priceWords = (price: Kurus): string => (price > 0 ? formatMoney(price).replace(/,00$/, '') : '')

/** `Bugün`, `Yarın`, `27 Kasım Cuma`. */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return 'Bugün'
  return day === addDays(today, 1) ? 'Yarın' : formatDay(day)
}

// What is said last decides the ending: on dört otuz beş → beş’e.
const ONES = ['a', 'e', 'ye', 'e', 'e', 'e', 'ya', 'ye', 'e', 'a']
const TENS = ['a', 'a', 'ye', 'a', 'a', 'ye']

/** A time with the ending that "kadar" asks for: `14:35’e`, `19:00’a`, `20:00’ye`. */
export function toTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const last = minute || hour
  return `${time}’${last % 10 === 0 ? TENS[last / 10] : ONES[last % 10]}`
}

/** In one line, wherever the sentence around it breaks. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0')

/** The week in few lines: `Pazartesi–Cumartesi`, `09:00–19:00`. */
export function weekWords(week: readonly { weekday: number; ranges: Ranges }[]): { days: string; hours: string }[] {
  const lines: { first: number; last: number; hours: string }[] = []
  for (const { weekday, ranges } of week) {
    const hours = hoursWords(ranges)
    const line = lines.at(-1)
    if (line?.hours === hours) line.last = weekday
    else lines.push({ first: weekday, last: weekday, hours })
  }
  return lines.map(({ first, last, hours }) => ({
    days: first === last ? weekdayWords[first]! : `${weekdayWords[first]}–${weekdayWords[last]}`,
    hours,
  }))
}

/** The names of the day's holidays. */
export const holidaysWords = ({ holidays }: Pick<UnusualDay, 'holidays'>): string =>
  holidays.map(name => holidayWords[name]).join(', ')
