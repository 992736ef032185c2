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
  createdAt: Instant
  archivedAt: Instant | null
}

/** What a person can write about a customer. */
export const customerFields = {
  name: words(120),
  phones: z.array(e164).check(z.maxLength(5)),
  email: optionalWords(254),
  note: optionalWords(2000),
}

export const customerSchema = z.object({ id, ...customerFields })
