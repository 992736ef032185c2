import { addDays, type Day } from '@/lib/kernel/zone'

/** A month of the shop's calendar, `YYYY-MM`. Sorts as text. */
export type Month = string

export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const firstDayOf = (month: Month): Day => `${month}-01`

export function addMonths(month: Month, n: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1)

/** Every day of the month, in order. */
export const daysOf = (month: Month): Day[] =>
  Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, i) => addDays(firstDayOf(month), i))

const longMonth = new Intl.DateTimeFormat('tr', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `Kasım 2026`. */
export const formatMonth = (month: Month): string => longMonth.format(Date.parse(firstDayOf(month)))
