import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_PHONES } from '@/lib/customers/customer'
import { type Kurus, parseMoney } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { tidyName } from '@/lib/kernel/turkish-text'
import { emailsIn } from './emails-in'
import { phonesIn } from './phones-in'
import { type RowRefusal, type RowWarning, warningsWhere } from './refusals'
import type { ColumnRole } from './table'

/** Who a row is about. */
export interface Person {
  /** Empty when the row has only a phone. */
  name: string
  /** E.164, at most five. */
  phones: string[]
  email: string | null
  note: string | null
  /** What he owes, in kuruş; null: nothing is said. */
  debt: Kurus | null
  warnings: RowWarning[]
}

/** A row as a person. What cannot be read as a phone, an e-mail or an amount goes into the note: nothing that was written is lost. */
export function readPerson(cells: string[], roles: ColumnRole[]): Result<Person, RowRefusal> {
  const filled = (role: ColumnRole) => cells.filter((cell, column) => roles[column] === role && cell !== '')
  const name = tidyName([...filled('name'), ...filled('surname')].join(' '))
  const read = filled('phone').map(phonesIn)
  const phones = Array.from(new Set(read.flatMap(cell => cell.phones)))
  if (name === '' && phones.length === 0) return fail('nobody')
  if (name.length > MAX_NAME_LENGTH) return fail('name-too-long')

  const unreadPhones = read.flatMap(cell => cell.unread)
  const [email = null, ...otherEmails] = filled('email').flatMap(emailsIn)
  const unreadEmails = filled('email').filter(cell => emailsIn(cell).length === 0 && /\p{L}/u.test(cell))
  const owed = filled('debt').map(cell => ({ cell, amount: parseMoney(cell) }))
  const unreadDebts = owed.flatMap(({ cell, amount }) => (amount.ok ? [] : [cell]))
  const debt = owed.reduce((sum, { amount }) => sum + (amount.ok ? amount.value : 0), 0)
  const note = [
    ...filled('note'),
    ...[...phones.slice(MAX_PHONES), ...unreadPhones].map(phone => `Telefon: ${phone}`),
    ...[...otherEmails, ...unreadEmails].map(address => `E-posta: ${address}`),
    ...unreadDebts.map(words => `Borç: ${words}`),
  ].join('\n')

  const warnings = warningsWhere({
    'phone-unreadable': unreadPhones.length > 0,
    'phone-doubtful': read.some(cell => cell.doubtful),
    'too-many-phones': phones.length > MAX_PHONES,
    'email-unreadable': unreadEmails.length > 0,
    'debt-unreadable': unreadDebts.length > 0,
    'note-cut': note.length > MAX_NOTE_LENGTH,
  })
  return ok({ name, phones: phones.slice(0, MAX_PHONES), email, note: cut(note) || null, debt: debt || null, warnings })
}

/** To its limit, and not through the middle of an emoji. */
function cut(note: string): string {
  return note
    .slice(0, MAX_NOTE_LENGTH)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
