import { day as dayField } from '@/lib/kernel/fields'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { addDays, type Day } from '@/lib/kernel/zone'

/** Days of the shop's calendar, both included. */
export interface Period {
  from: Day
  to: Day
}

/** A year, and a leap year's: what an accountant asks for at once (SPEC CA50). */
export const LONGEST_DAYS = 366
const EARLIEST: Day = '2000-01-01'

export type PeriodRefusal = 'not-a-day' | 'end-before-start' | 'too-long' | 'too-early' | 'not-yet'

/** The period that two typed days mean. `today` is the shop's: what has not begun has no books. */
export function parsePeriod(from: unknown, to: unknown, today: Day): Result<Period, PeriodRefusal> {
  const [start, end] = [dayField.safeParse(from), dayField.safeParse(to)]
  if (!start.success || !end.success) return fail('not-a-day')
  if (end.data < start.data) return fail('end-before-start')
  if (start.data < EARLIEST) return fail('too-early')
  if (start.data > today) return fail('not-yet')
  if (end.data >= addDays(start.data, LONGEST_DAYS)) return fail('too-long')
  return ok({ from: start.data, to: end.data })
}

/** The month in which a day lies. */
export function monthOf(day: Day): Period {
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

/** The periods that are asked for most, the nearest first. */
export function usualPeriods(today: Day): { title: string; period: Period }[] {
  const year = Number(today.slice(0, 4))
  const thisMonth = monthOf(today)
  return [
    { title: 'Bu ay', period: thisMonth },
    { title: 'Geçen ay', period: monthOf(addDays(thisMonth.from, -1)) },
    { title: 'Bu yıl', period: { from: `${year}-01-01`, to: `${year}-12-31` } },
    { title: 'Geçen yıl', period: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` } },
  ]
}

const shortDay = new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthAndYear = new Intl.DateTimeFormat('tr', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `Kasım 2026`, `2026`, else `1 Kasım 2026 – 15 Kasım 2026`. */
export function periodWords({ from, to }: Period): string {
  const month = monthOf(from)
  if (from === month.from && to === month.to) return monthAndYear.format(Date.parse(from))
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return from === to
    ? shortDay.format(Date.parse(from))
    : `${shortDay.format(Date.parse(from))} – ${shortDay.format(Date.parse(to))}`
}
