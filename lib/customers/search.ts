import { phoneDigits } from '@/lib/kernel/phone-format'
import { compareTurkish, fold } from '@/lib/kernel/turkish-text'
import type { Customer } from './customer'

interface Entry {
  customer: Customer
  /** Folded words, each with a space before it: ` ayse yilmaz`. */
  name: string
  phones: string[]
}

/** Everybody, in Turkish order, in the form in which they are searched. */
export type CustomerIndex = readonly Entry[]

/**
 * Built once for each change of the list, so that a keystroke only compares.
 * @param last the index of the list before the change: whoever stands in it unchanged is taken over, in a third of the time
 */
export function indexCustomers(customers: readonly Customer[], last: CustomerIndex = []): CustomerIndex {
  const added = new Map(customers.map(customer => [customer.id, customer]))
  // In their order of before: what is nearly sorted sorts fast.
  const known = last.flatMap(entry => {
    const customer = added.get(entry.customer.id)
    if (!customer) return []
    added.delete(customer.id)
    return isFoundAs(customer, entry.customer) ? { ...entry, customer } : entryOf(customer)
  })
  return [...known, ...[...added.values()].map(entryOf)].sort((a, b) => inOrder(a.customer, b.customer))
}

/** Of two with one name, who came first. */
const inOrder = (a: Customer, b: Customer) =>
  compareTurkish(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : Number(a.id > b.id))

const isFoundAs = (a: Customer, b: Customer) => a.name === b.name && a.phones?.join() === b.phones?.join()

const entryOf = (customer: Customer): Entry => ({
  customer,
  name: wordsOf(customer.name ?? '')
    .map(word => ` ${word}`)
    .join(''),
  phones: (customer.phones ?? []).map(phoneDigits),
})

/**
 * Whom the typed text may mean: every word of it is in the name, and its digits, in any writing (`0532…`, `532…`,
 * `+90 532…`), in one of the phones or in the name. Whose name begins so comes first, then who has words that do, then
 * the rest; within each, Turkish order. Nothing typed finds everybody.
 */
export function searchCustomers(index: CustomerIndex, text: string): Customer[] {
  const query = readQuery(text)
  const ranked: Customer[][] = [[], [], []]
  for (const entry of index) {
    const rank = rankOf(entry, query)
    if (rank !== null) ranked[rank]!.push(entry.customer)
  }
  return ranked.flat()
}

interface Query {
  words: string[]
  numbers: string[]
  /** The numbers as one phone number, as far as it was typed. */
  digits: string
}

function readQuery(text: string): Query {
  const typed = wordsOf(text)
  const numbers = typed.filter(isNumber)
  return { words: typed.filter(word => !isNumber(word)), numbers, digits: phoneDigits(numbers.join('')) }
}

/** 0 is best; null: not meant. */
function rankOf({ name, phones }: Entry, { words, numbers, digits }: Query): number | null {
  if (!words.every(word => name.includes(word))) return null
  if (!numbers.every(number => name.includes(number)) && !phones.some(phone => phone.includes(digits))) return null
  if (!words.every(word => name.includes(` ${word}`))) return 2
  if (!numbers.every(number => name.includes(` ${number}`)) && !phones.some(phone => phone.startsWith(digits))) return 2
  return words[0] && !name.startsWith(` ${words[0]}`) ? 1 : 0
}

const isNumber = (word: string) => /^\d+$/.test(word)

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
