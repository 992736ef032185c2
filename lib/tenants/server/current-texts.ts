import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '@/lib/env/server'
import { acikRiza } from '../legal/acik-riza'
import { aydinlatmaMetni } from '../legal/aydinlatma-metni'
import { dukkanAcikRiza } from '../legal/dukkan-acik-riza'
import { dukkanAydinlatma, type ShopOfText } from '../legal/dukkan-aydinlatma'
import { bodyOf, type LegalText, type Operator } from '../legal/legal-text'

/** SHA-256 in hex of the exact body: the name under which a wording is kept. */
export const hashOf = (text: LegalText) => createHash('sha256').update(bodyOf(text)).digest('hex')

/** The wordings as they are today, for whoever runs this Siftah and for what is set up here. */
export function currentTexts(): { aydinlatma: LegalText; acikRiza: LegalText } {
  const operator = currentOperator()
  return {
    aydinlatma: aydinlatmaMetni({ operator, embedded: isEmbedded(), google: Boolean(env.GOOGLE_CLIENT_ID) }),
    acikRiza: acikRiza(operator),
  }
}

/** What the customers of a shop are shown when they book on its page: the shop answers for their data, we keep it for the shop. */
export function currentShopTexts(shop: ShopOfText): { aydinlatma: LegalText; acikRiza: LegalText } {
  return {
    aydinlatma: dukkanAydinlatma({ shop, operator: currentOperator(), embedded: isEmbedded() }),
    acikRiza: dukkanAcikRiza(shop),
  }
}

const isEmbedded = () => env.SIFTAH_EMBEDDED === '1'

const currentOperator = (): Operator => ({
  name: env.OPERATOR_NAME,
  address: env.OPERATOR_ADDRESS,
  email: env.OPERATOR_EMAIL,
  mersis: env.OPERATOR_MERSIS,
})
