import type { TimeOff } from '@/lib/appointments/appointment'
import { fail, ok, type Result } from '@/lib/kernel/result'
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  formatTime,
  type Instant,
  instantAt,
  minutesOfDay,
} from '@/lib/kernel/zone'
import { minutesOf } from './typed-ranges'

type Span = Pick<TimeOff, 'startsAt' | 'endsAt'>

/** `24 Kasım Salı`, `24 Kasım Salı – 27 Kasım Cuma`, `24 Kasım Salı 14:00–16:00`. */
export function timeOffWords({ startsAt, endsAt }: Span, zone: string): string {
  const first = dayOf(startsAt, zone)
  const toMidnight = minutesOfDay(endsAt, zone) === 0
  // Midnight is the end of the day before.
  const last = toMidnight ? addDays(dayOf(endsAt, zone), -1) : dayOf(endsAt, zone)
  if (toMidnight && minutesOfDay(startsAt, zone) === 0) {
    return first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`
  }
  const [from, to] = [formatTime(startsAt, zone), toMidnight ? '24:00' : formatTime(endsAt, zone)]
  return first === last ? `${formatDay(first)} ${from}–${to}` : `${formatDay(first)} ${from} – ${formatDay(last)} ${to}`
}

/** Time off as it stands in the fields: whole days, or hours of the first. */
export interface TypedTimeOff {
  kind: 'days' | 'hours'
  first: Day
  last: Day
  from: string
  to: string
}

/** What is wrong with it, said so that it can be put right. */
export const timeOffSentences = {
  'no-day': 'Günü seçin.',
  'no-time': 'Başlangıç ve bitiş saatini yazın.',
  backwards: 'Bitiş başlangıçtan sonra olmalı.',
  past: 'Bu zaman geçti. Bugünden ileri bir zaman seçin.',
  'too-long': 'Bir yıldan uzun olamaz. Son günü daha yakın seçin.',
} as const

/** A year and a month, as the database holds it. */
const MAX_DAYS = 400

const DAY = /^\d{4}-\d\d-\d\d$/

/** The time that was meant. The last day of whole days is off too; an end at 00:00 is the end of the day. */
export function readTimeOff(
  { kind, first, last, from, to }: TypedTimeOff,
  zone: string,
  now: Instant,
): Result<Span, keyof typeof timeOffSentences> {
  if (!DAY.test(first) || (kind === 'days' && !DAY.test(last))) return fail('no-day')
  if (kind === 'hours' && (from === '' || to === '')) return fail('no-time')
  const span: Span =
    kind === 'days'
      ? { startsAt: instantAt(first, 0, zone), endsAt: instantAt(addDays(last, 1), 0, zone) }
      : {
          startsAt: instantAt(first, minutesOf(from), zone),
          endsAt: instantAt(first, minutesOf(to) || 24 * 60, zone),
        }
  if (span.endsAt <= span.startsAt) return fail('backwards')
  if (span.endsAt <= now) return fail('past')
  if (Date.parse(span.endsAt) - Date.parse(span.startsAt) > MAX_DAYS * 86_400_000) return fail('too-long')
  return ok(span)
}
