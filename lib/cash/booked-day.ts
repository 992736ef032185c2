import { addDays, type Day, dayOf, type Instant } from '@/lib/kernel/zone'
import type { Transfer } from './transfer'

/**
 * The day into whose book something of that moment is written: its own, or where that is closed the first that is not (SPEC CA30, CA31).
 * @param closedThrough the last closed day; null: none is
 */
export function openDay(eventAt: Instant, closedThrough: Day | null, zone: string): Day {
  const own = dayOf(eventAt, zone)
  return closedThrough !== null && own <= closedThrough ? addDays(closedThrough, 1) : own
}

/** The day in whose book a movement stands. As long as the server has not said, where it would be written now. */
export const bookedDay = (
  { day, eventAt }: Pick<Transfer, 'day' | 'eventAt'>,
  closedThrough: Day | null,
  zone: string,
): Day => day ?? openDay(eventAt, closedThrough, zone)
