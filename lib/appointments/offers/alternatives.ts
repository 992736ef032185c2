import { addDays, type Day, dayOf, type Instant, minutesOfDay } from '@/lib/kernel/zone'
import type { Book } from '../time/book'
import { availableSlots, type Offer, type Wish } from './available-slots'

/** How many days are looked through for another time. Who needs one later chooses it himself. */
export const DAYS_AHEAD = 14

interface Refused extends Omit<Wish, 'from' | 'to'> {
  /** When it was to begin. */
  startsAt: Instant
  count?: number
}

/**
 * The free times nearest to the one that could not be had: on its day by those who were wished for, then on its day by
 * whoever can, then likewise at that time of the days after (SPEC AP15).
 * `book.busy` must reach `DAYS_AHEAD` days beyond the wanted one, or beyond now when that is later.
 */
export function alternatives(book: Book, { startsAt, count = 3, ...wish }: Refused): Offer[] {
  // On the wall: who wanted two o'clock wants two o'clock on another day too.
  const clock = (instant: Instant) => minutesOfDay(instant, book.zone)
  const distance = (offer: Offer) => Math.abs(clock(offer.startsAt) - clock(startsAt))
  const [, firstDay] = [startsAt, book.now].sort().map(instant => dayOf(instant, book.zone)) as [Day, Day]
  const byAnybody = wish.parts.map(part => ({ ...part, staffId: null }))

  const found = new Map<Instant, Offer>()
  for (let ahead = 0; ahead <= DAYS_AHEAD && found.size < count; ahead++) {
    const day = addDays(firstDay, ahead)
    for (const parts of [wish.parts, byAnybody]) {
      const offers = availableSlots(book, { ...wish, parts, from: day, to: day })
      for (const offer of offers.sort((a, b) => distance(a) - distance(b))) {
        if (!found.has(offer.startsAt)) found.set(offer.startsAt, offer)
      }
    }
  }
  return [...found.values()].slice(0, count)
}
