import type { Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'

/** A cell of a table for people: text stays text, whatever it looks like; null is an empty one. */
export type Cell =
  | null
  | { text: string }
  | { number: number }
  /** Shown with two decimals. */
  | { kurus: Kurus }
  /** Shown as dd.MM.yyyy. */
  | { day: Day }

export const textCell = (text: string | null | undefined): Cell => (text ? { text } : null)

/** `-1234.50`, exactly: a division would leave the whole numbers that a float can hold. */
export function decimalOf(kurus: Kurus, point: '.' | ','): string {
  const digits = String(Math.abs(kurus)).padStart(3, '0')
  return `${kurus < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`
}

/** `25.11.2026`. */
export const dottedDay = (day: Day) => day.split('-').reverse().join('.')
