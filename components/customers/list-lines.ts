import type { Customer } from '@/lib/customers/customer'

/** One line of the list: a letter of the alphabet, or somebody under it. */
export type ListLine = { letter: string } | { customer: Customer }

/** The list with its letters, for people already in Turkish order. */
export function withLetters(customers: readonly Customer[]): ListLine[] {
  let last: string | undefined
  return customers.flatMap((customer): ListLine[] => {
    const letter = letterOf(customer.name ?? '')
    if (letter === last) return [{ customer }]
    last = letter
    return [{ letter }, { customer }]
  })
}

const ALPHABET = 'ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ'

/** The letter a name stands under: `ışıl` I, `Émile` E; `#` for numbers and other scripts. */
export function letterOf(name: string): string {
  const first = (Array.from(name.normalize('NFC'))[0] ?? '').toLocaleUpperCase('tr')
  if (first && ALPHABET.includes(first)) return first
  const bare = first.normalize('NFD')[0] ?? ''
  return bare && ALPHABET.includes(bare) ? bare : '#'
}
