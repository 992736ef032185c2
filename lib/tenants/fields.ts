import { z } from 'zod'
import { parsePhone } from '@/lib/kernel/phone'
import { tidyName } from '@/lib/kernel/turkish-text'
import { LONGEST_SLUG, SHORTEST_SLUG, slugOf } from './slug'

// The fields of the account forms. Each message is the sentence that stands under the field.

const LONGEST_NAME = 80

const name = (missing: string) =>
  z
    .string(missing)
    .transform(tidyName)
    .pipe(z.string().min(1, missing).max(LONGEST_NAME, `En çok ${LONGEST_NAME} harf yazın.`))

export const personName = name('Adınızı yazın.')
export const memberName = name('Kimi davet ettiğinizi yazın.')
export const shopName = name('Dükkânınızın adını yazın.')

/**
 * The one form of an e-mail address: without spaces around it, in lower case. İ becomes i first, as a Turkish keyboard
 * makes it at the start of a sentence; the Turkish lower-casing of I is never used, since it would make another address.
 */
export function normalizeEmail(text: string): string {
  return text.trim().replaceAll('İ', 'i').toLowerCase()
}

export const email = z
  .string('E-posta adresinizi yazın.')
  .transform(normalizeEmail)
  .pipe(
    z
      .string()
      .min(1, 'E-posta adresinizi yazın.')
      .max(254, 'Bu adres çok uzun.')
      .pipe(z.email('Bu bir e-posta adresine benzemiyor. Örnek: ad@ornek.com')),
  )

/** bcrypt, which keeps it, reads no more than 72 bytes. */
const LONGEST_PASSWORD = 72

export const newPassword = z
  .string('Bir şifre yazın.')
  .min(8, 'Şifre en az 8 karakter olsun.')
  .refine(text => Buffer.byteLength(text) <= LONGEST_PASSWORD, 'Bu şifre çok uzun.')

export const knownPassword = z.string().min(1, 'Şifrenizi yazın.')

/** A phone of the shop, in E.164; empty becomes null. */
export const shopPhone = z.string('Dükkânın telefonunu yazın.').transform((text, { addIssue }) => {
  if (!text.trim()) return null
  const phone = parsePhone(text)
  if (phone.ok) return phone.value.e164
  addIssue('Bu bir telefon numarasına benzemiyor. Örnek: 0532 123 45 67')
  return z.NEVER
})

/** The end of the address of the shop's page, made out of whatever was typed: with spaces, capitals or Turkish letters. */
export const pageSlug = z
  .string('Sayfanızın adresini yazın.')
  .transform(slugOf)
  .pipe(
    z
      .string()
      .min(SHORTEST_SLUG, `En az ${SHORTEST_SLUG} harf ya da rakam yazın. Örnek: berber-mehmet`)
      .max(LONGEST_SLUG, `Adres en çok ${LONGEST_SLUG} harf olabilir.`),
  )

const LONGEST_ADDRESS = 200

/** Where the shop is; empty becomes null. */
export const shopAddress = z
  .string('Dükkânın adresini yazın.')
  .transform(tidyName)
  .pipe(z.string().max(LONGEST_ADDRESS, `En çok ${LONGEST_ADDRESS} harf yazın.`))
  .transform(address => address || null)

/** A ticked box is sent as `on`, an unticked one not at all. */
export const ticked = (missing: string) => z.literal('on', missing)
export const tickedOrNot = z
  .literal('on')
  .optional()
  .transform(value => value === 'on')
