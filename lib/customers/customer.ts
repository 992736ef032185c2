import * as z from 'zod/mini'
import { e164, id, optionalWords, words } from '@/lib/kernel/fields'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'

/** A customer as the phone keeps him. */
export type Customer = {
  id: Id
  /** Null only when the server could not open the seal. */
  name: string | null
  /** E.164; the first is the one to call. */
  phones: string[] | null
  email: string | null
  note: string | null
  /** The import that brought him, if one did. */
  importId: Id | null
  /** How often he had an appointment and did not come. Counted by the database. */
  noShows: number
  /** What he may owe before the shop is warned, in kuruş; null (or a row of before): as much as the shop likes. */
  veresiyeLimit?: number | null
  createdAt: Instant
  archivedAt: Instant | null
}

export const MAX_NAME_LENGTH = 120
export const MAX_PHONES = 5
/** RFC 5321: the longest address that can be written to. */
export const MAX_EMAIL_LENGTH = 254
export const MAX_NOTE_LENGTH = 2000

/** What a person can write about a customer. */
export const customerFields = {
  name: words(MAX_NAME_LENGTH),
  phones: z.array(e164).check(z.maxLength(MAX_PHONES)),
  email: optionalWords(MAX_EMAIL_LENGTH),
  note: optionalWords(MAX_NOTE_LENGTH),
}

export const customerSchema = z.object({ id, ...customerFields })
