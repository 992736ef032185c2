import type { Waiting } from '@/lib/appointments/appointment'
import { formatDay, formatMinutes } from '@/lib/kernel/zone'

/** The parts of a day as people say them, in minutes after midnight. */
export const partsOfDay = {
  any: { label: 'Fark etmez', fromMinute: 0, toMinute: 24 * 60 },
  morning: { label: 'Sabah', fromMinute: 0, toMinute: 12 * 60 },
  afternoon: { label: 'Öğleden sonra', fromMinute: 12 * 60, toMinute: 17 * 60 },
  evening: { label: 'Akşam', fromMinute: 17 * 60, toMinute: 24 * 60 },
} as const
export type PartOfDay = keyof typeof partsOfDay

/** `22 Kasım Pazar – 29 Kasım Pazar · sabah`. */
export function wishWords({ fromDay, toDay, fromMinute, toMinute }: Waiting): string {
  const days = fromDay === toDay ? formatDay(fromDay) : `${formatDay(fromDay)} – ${formatDay(toDay)}`
  return [days, timeOfDayWords(fromMinute, toMinute)].filter(Boolean).join(' · ')
}

function timeOfDayWords(from: number, to: number): string | null {
  const named = Object.values(partsOfDay).find(one => one.fromMinute === from && one.toMinute === to)
  if (named === partsOfDay.any) return null
  return named?.label.toLocaleLowerCase('tr') ?? `${formatMinutes(from)}–${formatMinutes(to)}`
}
