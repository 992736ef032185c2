import type { Instant } from '@/lib/kernel/zone'
import type { Appointment } from '../appointment'
import { type Slot, timeOf } from './chair-time'

/** Longer past its end than this, an open appointment was forgotten: nobody sits there any more. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000

/** Whether somebody is coming or is here: agreed to, not ended, not forgotten. A hold or a request is nobody yet. */
export const isExpected = (one: Slot & Pick<Appointment, 'status'>, now: Instant): boolean =>
  (one.status === 'confirmed' || one.status === 'arrived') && Date.parse(now) - timeOf(one).end < FORGOTTEN_AFTER_MS

/** The one appointment that matters: the earliest that has begun (or whose customer is here) and is not over, else the next to come. */
export function nowOrNext(
  appointments: readonly Appointment[],
  now: Instant,
): { when: 'now' | 'next'; appointment: Appointment } | null {
  const open = appointments.filter(one => isExpected(one, now)).sort((a, b) => timeOf(a).start - timeOf(b).start)
  const begun = open.find(one => one.status === 'arrived' || one.startsAt <= now)
  if (begun) return { when: 'now', appointment: begun }
  return open[0] ? { when: 'next', appointment: open[0] } : null
}
