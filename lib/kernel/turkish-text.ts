/**
 * The form in which text is searched: `IŞIL`, `ışıl`, `isil` and `Işıl` are one. Lower case, the Turkish letters without
 * their marks, other accents dropped, white space squeezed. For searching only: two different people may fold alike.
 */
export function fold(text: string): string {
  // Taken apart first, İ is I and a dot: toLowerCase() of the whole letter would leave the dot behind as U+0307.
  // Format characters (zero-width, direction) come invisibly with names copied from phone contacts.
  const letters = text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  return squeeze(letters.toLowerCase().replaceAll('ı', 'i'))
}

const collator = new Intl.Collator('tr', { numeric: true })

/** The order of the Turkish alphabet: ç after c, ı before i; `2` before `10`. */
export function compareTurkish(a: string, b: string): number {
  return collator.compare(a, b)
}

/** First and last name to initials, `ayşe nur ilhan` → `A.İ.`; empty when there is no letter. */
export function initials(name: string): string {
  const words = name.normalize('NFC').match(/\p{L}+/gu) ?? []
  const [first, last] = [words.at(0), words.slice(1).at(-1)]
  return [first, last].map(word => (word ? `${Array.from(word)[0]!.toLocaleUpperCase('tr')}.` : '')).join('')
}

/** A name as it is kept: composed (NFC), without spaces around it and with single ones inside. */
export function tidyName(text: string): string {
  return squeeze(text.normalize('NFC'))
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
