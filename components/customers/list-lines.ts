import type { Customer } from '@/lib/customers/customer'

/** One line of the list: a letter of the alphabet, or somebody under it. */
export type ListLine = { letter: string } | { customer: Customer }

/** The list with its letters, for people already in Turkish order. */
export function withLetters(customers: readonly Customer[]): ListLine[] {
  let last: string | undefined
  // By how names begin, a letter with all its marks: changing to capitals is slow, and few of thousands begin in a way of their own.
  const letters = new Map<string, string>()
  return customers.flatMap((customer): ListLine[] => {
    const start = (customer.name ?? '').slice(0, 4)
    const letter = letters.get(start) ?? letterOf(start)
    letters.set(start, letter)
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
