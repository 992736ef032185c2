import { type Facts, fill, slotsOf } from './render'
import { everyTemplate } from './templates/every-template'

/**
 * A text message to Türkiye in one segment: 160 letters of GSM-7, of which the operator takes five for the code it puts behind (DOMAIN-FACTS §3.7).
 */
export const LONGEST = 155

// The alphabet of GSM 03.38; letters of its second table count twice.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '^{}\\[~]|€'

// Of the Turkish letters only these are missing; one of them would make every letter of the message count double.
const FOLDED: Record<string, string> = {
  ç: 'c',
  ğ: 'g',
  Ğ: 'G',
  ı: 'i',
  İ: 'I',
  ş: 's',
  Ş: 'S',
  â: 'a',
  Â: 'A',
  î: 'i',
  Î: 'I',
  û: 'u',
  Û: 'U',
  '₺': 'TL ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

/** The text in letters of the basic alphabet; what has no likeness there is left out. */
export function foldToGsm(text: string): string {
  const folded = Array.from(text.normalize('NFC'), letter => {
    if (BASIC.includes(letter)) return letter
    const known = FOLDED[letter]
    if (known !== undefined) return known
    const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
    return Array.from(bare, one => (BASIC.includes(one) ? one : '')).join('')
  })
  return folded.join('').replace(/ +/g, ' ').trim()
}

/** How many segments a text message takes: GSM-7 where it can, else UCS-2. The operator's five letters are counted. */
export function segmentsOf(text: string): number {
  const letters = Array.from(text)
  if (letters.every(letter => BASIC.includes(letter) || EXTENDED.includes(letter))) {
    const length = letters.reduce((sum, letter) => sum + (EXTENDED.includes(letter) ? 2 : 1), 0)
    return length <= LONGEST ? 1 : Math.ceil((length + 160 - LONGEST) / 153)
  }
  return text.length <= 65 ? 1 : Math.ceil((text.length + 5) / 67)
}

/** Text that an operator may take for a link, and block (DOMAIN-FACTS §3.7): an address, or two words with a dot between them. */
export const LINK = /https?:|www\.|[\p{L}\d-]\.\p{L}{2,}/iu

/**
 * What goes by text message: one segment without a link, whatever the shop is called. Null: this kind does not go by it.
 * A shop's name gives way first: it is cut at a word.
 */
export function textMessageOf(facts: Facts): string | null {
  const { sms } = everyTemplate[facts.kind]
  if (sms === null) return null
  const slots = slotsOf(facts)
  // `berber.com` is a name for a person and a link for an operator.
  const shop = foldToGsm(foldToGsm(slots.shop).replace(/https?:?|www|[./]/gi, ' ')) || 'Dukkan'
  const rest = foldToGsm(fill(sms, { ...slots, shop: '' })).length
  return foldToGsm(fill(sms, { ...slots, shop: shorten(shop, LONGEST - rest) }))
}

function shorten(name: string, longest: number): string {
  if (name.length <= longest) return name
  const cut = name.slice(0, longest + 1)
  const space = cut.lastIndexOf(' ')
  return (space > 0 ? cut.slice(0, space) : name.slice(0, longest)).trim()
}
