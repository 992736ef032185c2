import type { Ranges } from '@/lib/appointments/appointment'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { formatMinutes } from '@/lib/kernel/zone'

/** An opening as it stands in two time fields. */
export interface TypedRange {
  key: Id
  from: string
  to: string
}

const DAY_END = 24 * 60

/** More openings in a day than this nobody has, and the database does not keep. */
export const MAX_RANGES = 6

export const asTyped = (ranges: Ranges): TypedRange[] =>
  ranges.map(([from, to]) => ({ key: newId(), from: formatMinutes(from), to: formatMinutes(to % DAY_END) }))

/** `14:30` → 870. */
export function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}

/** What is wrong with typed hours, said so that it can be put right. */
export const rangeSentences = {
  empty: 'Açılış ve kapanış saatlerini yazın; kapalı olduğunuz arayı silin.',
  backwards: 'Kapanış açılıştan sonra olmalı. Gece yarısına kadar açıksanız kapanışa 00:00 yazın.',
  overlap: 'Saatler üst üste biniyor: bir aralık bitmeden öteki başlıyor.',
} as const

/**
 * The openings that were meant, whatever the order they were typed in; two that touch are one. A closing time of 00:00 is the end
 * of the day, since hours after midnight belong to no day (SPEC AP4).
 */
export function readRanges(typed: readonly TypedRange[]): Result<Ranges, keyof typeof rangeSentences> {
  if (typed.some(({ from, to }) => from === '' || to === '')) return fail('empty')
  const ranges = typed.map(({ from, to }): [number, number] => [minutesOf(from), minutesOf(to) || DAY_END])
  if (ranges.some(([from, to]) => from >= to)) return fail('backwards')
  const read: Ranges = []
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = read.at(-1)
    if (last && from < last[1]) return fail('overlap')
    if (last && from === last[1]) last[1] = to
    else read.push([from, to])
  }
  return ok(read)
}

/** Two hours after a break of one, as far as the day goes. */
export const afterBreak = (closing: string): Ranges => {
  const minutes = minutesOf(closing) || DAY_END
  return [[Math.min(minutes + 60, DAY_END - 60), Math.min(minutes + 5 * 60, DAY_END)]]
}
