import { z } from 'zod'
import { parsePhone } from '@/lib/kernel/phone'
import { tidyName } from '@/lib/kernel/turkish-text'

// What a customer types on the shop's page. Each message is the sentence that stands under the field.

export const LONGEST_NAME = 80
export const LONGEST_NOTE = 300
/** Longer than any way of writing a number. */
export const LONGEST_PHONE = 40

/** Control characters, and the invisible ones that turn the direction of what stands behind them. Joiners stay: some scripts need them. */
const INVISIBLE = /[\p{Cc}\p{Surrogate}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const withoutInvisible = (text: string) => text.replace(INVISIBLE, ' ')

const name = z
  .string('Adınızı yazın.')
  .transform(text => tidyName(withoutInvisible(text)))
  .pipe(
    z
      .string()
      .min(1, 'Adınızı yazın.')
      .max(LONGEST_NAME, `Adınız en çok ${LONGEST_NAME} harf olabilir.`)
      .regex(/\p{L}/u, 'Adınızı harflerle yazın.'),
  )

/** E.164 */
const phone = z.string('Telefonunuzu yazın.').transform((text, { addIssue }) => {
  const typed = withoutInvisible(text).trim()
  if (!typed) {
    addIssue('Telefonunuzu yazın.')
    return z.NEVER
  }
  const parsed = typed.length <= LONGEST_PHONE ? parsePhone(typed) : null
  if (parsed?.ok) return parsed.value.e164
  addIssue('Bu bir telefon numarasına benzemiyor. Örnek: 0532 123 45 67')
  return z.NEVER
})

const note = z
  .string()
  .default('')
  .transform(text => text.split(/\r\n?|\n/).map(line => tidyName(withoutInvisible(line))))
  .transform(lines =>
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
  .pipe(z.string().max(LONGEST_NOTE, `Notunuz en çok ${LONGEST_NOTE} harf olabilir.`))
  .transform(text => text || null)

const fields = z.object({ name, phone, note })

export type TypedBooking = z.output<typeof fields>
export type TypedField = keyof TypedBooking

/** What was typed, or one sentence for each field that is wrong. */
export function readTypedBooking(
  typed: Record<TypedField, string | undefined>,
): { ok: true; value: TypedBooking } | { ok: false; errors: Partial<Record<TypedField, string>> } {
  const parsed = fields.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issues = parsed.error.issues.toReversed()
  return { ok: false, errors: Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])) }
}
