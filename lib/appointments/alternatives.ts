import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, dayOf, minutesOfDay } from '@/lib/kernel/zone'
import { type Slot, timeOf } from './chair-time'
import { type ChairDay, freeSlots } from './free-slots'

/** How many days are looked through for another time. Who needs one later chooses it himself. */
export const DAYS_AHEAD = 14

interface Refused extends Omit<ChairDay, 'day' | 'staffId'> {
  /** What could not be had. */
  wanted: Slot
  /** Those who could serve instead, in the shop's order. */
  chairs: readonly Id[]
  count?: number
}

/**
 * The free times nearest to the wanted one: on its day in its chair, then on its day in the others, then at
 * that time of the days after.
 * `appointments` must reach `DAYS_AHEAD` days beyond the wanted one.
 */
export function alternatives({ wanted, chairs, count = 3, ...book }: Refused): Slot[] {
  const { start, end } = timeOf(wanted)
  // On the wall: who wanted two o'clock wants two o'clock on another day too.
  const clock = ({ startsAt }: Slot) => minutesOfDay(startsAt, book.zone)
  const distance = (slot: Slot) => Math.abs(clock(slot) - clock(wanted))
  const nearestChairs = [...chairs].sort((a, b) => Number(b === wanted.staffId) - Number(a === wanted.staffId))
  const [, firstDay] = [wanted.startsAt, book.now].sort().map(instant => dayOf(instant, book.zone)) as [Day, Day]

  const found: Slot[] = []
  for (let ahead = 0; ahead <= DAYS_AHEAD && found.length < count; ahead++) {
    for (const staffId of nearestChairs) {
      const slots = freeSlots({ ...book, day: addDays(firstDay, ahead), staffId, minutes: (end - start) / 60_000 })
      found.push(...slots.sort((a, b) => distance(a) - distance(b)))
    }
  }
  return found.slice(0, count)
}
