import type { Instant } from '@/lib/kernel/zone'
import { type Appointment, holdsItsChair } from './appointment'
import { timeOf } from './chair-time'

/** Longer past its end than this, an open appointment was forgotten and must not hide the one that is really next. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000

/** The one appointment that matters: the earliest that has begun (or whose customer is here) and is not over, else the next to come. */
export function nowOrNext(
  appointments: readonly Appointment[],
  now: Instant,
): { when: 'now' | 'next'; appointment: Appointment } | null {
  const open = appointments
    .filter(one => holdsItsChair(one) && Date.parse(now) - timeOf(one).end < FORGOTTEN_AFTER_MS)
    .sort((a, b) => timeOf(a).start - timeOf(b).start)
  const begun = open.find(one => one.status === 'arrived' || one.startsAt <= now)
  if (begun) return { when: 'now', appointment: begun }
  return open[0] ? { when: 'next', appointment: open[0] } : null
}
