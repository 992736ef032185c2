import { z } from 'zod'
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_PHONE, type TypedField } from './typed-booking'

/** What a customer wrote and could not be taken, until he has written it right. Kept in a cookie of his own phone, and nowhere else. */
export interface Written {
  shop: string
  values: Record<TypedField, string>
  errors: Partial<Record<TypedField, string>>
  /** A sentence for the whole form. */
  message?: string
}

const text = (max: number) => z.string().transform(value => value.slice(0, max))

const written = z.object({
  shop: z.string(),
  values: z.object({ name: text(LONGEST_NAME), phone: text(LONGEST_PHONE), note: text(LONGEST_NOTE) }),
  errors: z.partialRecord(z.enum(['name', 'phone', 'note']), z.string()),
  message: z.string().optional(),
})

/** As the cookie's value; so long a text as no field takes is cut, for a cookie holds 4 kB. */
export const packWritten = (what: Written): string =>
  Buffer.from(JSON.stringify(written.parse(what))).toString('base64url')

/** Null: none, of another shop, or not written by us. */
export function unpackWritten(value: string | undefined, shop: string): Written | null {
  if (!value) return null
  try {
    const parsed = written.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
    return parsed.shop === shop ? parsed : null
  } catch {
    return null
  }
}
