import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '@/lib/env/server'
import { acikRiza } from '../legal/acik-riza'
import { aydinlatmaMetni } from '../legal/aydinlatma-metni'
import { bodyOf, type LegalText } from '../legal/legal-text'

/** SHA-256 in hex of the exact body: the name under which a wording is kept. */
export const hashOf = (text: LegalText) => createHash('sha256').update(bodyOf(text)).digest('hex')

/** The wordings as they are today, for whoever runs this Siftah and for what is set up here. */
export function currentTexts(): { aydinlatma: LegalText; acikRiza: LegalText } {
  const operator = {
    name: env.OPERATOR_NAME,
    address: env.OPERATOR_ADDRESS,
    email: env.OPERATOR_EMAIL,
    mersis: env.OPERATOR_MERSIS,
  }
  return {
    aydinlatma: aydinlatmaMetni({
      operator,
      embedded: env.SIFTAH_EMBEDDED === '1',
      google: Boolean(env.GOOGLE_CLIENT_ID),
    }),
    acikRiza: acikRiza(operator),
  }
}
