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

/** Built once for each change of the list, so that a keystroke only compares. */
export function indexCustomers(customers: readonly Customer[]): CustomerIndex {
  return customers
    .toSorted((a, b) => compareTurkish(a.name ?? '', b.name ?? ''))
    .map(customer => ({
      customer,
      name: wordsOf(customer.name ?? '')
        .map(word => ` ${word}`)
        .join(''),
      phones: (customer.phones ?? []).map(phoneDigits),
    }))
}

/**
 * Whom the typed text may mean: every word of it is in the name, and its digits, in any writing (`0532…`, `532…`,
 * `+90 532…`), in one of the phones or in the name. Whose words begin so come first; within that, Turkish order.
 * Nothing typed finds everybody.
 */
export function searchCustomers(index: CustomerIndex, text: string): Customer[] {
  const typed = wordsOf(text)
  const words = typed.filter(word => !isNumber(word))
  const numbers = typed.filter(isNumber)
  const digits = phoneDigits(numbers.join(''))

  const beginning: Customer[] = []
  const inside: Customer[] = []
  for (const { customer, name, phones } of index) {
    if (!words.every(word => name.includes(word))) continue
    const numberFound = phones.some(phone => phone.includes(digits)) || numbers.every(number => name.includes(number))
    if (digits !== '' && !numberFound) continue
    const begins =
      words.every(word => name.includes(` ${word}`)) &&
      (digits === '' || phones.some(phone => phone.startsWith(digits)))
    ;(begins ? beginning : inside).push(customer)
  }
  return beginning.concat(inside)
}

const isNumber = (word: string) => /^\d+$/.test(word)

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
