import 'server-only'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import type { ShopBook } from '../shop-book'

/** An instant as JSON of the database has it (`2026-11-25T10:00:00+00:00`) in the one form that sorts as text. */
export const normalInstant = (text: string): Instant => toInstant(new Date(text))

export const normalInstantOrNull = (text: string | null): Instant | null => text && normalInstant(text)

/** The book as the database answers it, with its instants in their one form. Why somebody is off never leaves the shop. */
export const normalBook = <B extends ShopBook>(book: B): B => ({
  ...book,
  timeOff: book.timeOff.map(off => ({
    ...off,
    startsAt: normalInstant(off.startsAt),
    endsAt: normalInstant(off.endsAt),
    note: null,
  })),
})
