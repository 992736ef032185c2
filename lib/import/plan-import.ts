import { MAX_PHONES } from '@/lib/customers/customer'
import { IMPORT_CHUNK } from '@/lib/customers/import-customers'
import { type Id, newId } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { formatPhone } from '@/lib/kernel/phone-format'
import { fold } from '@/lib/kernel/turkish-text'
import type { ColumnMapping } from './guess-columns'
import { type Person, readPerson } from './read-person'
import { type RowRefusal, type RowWarning, warningsWhere } from './refusals'
import type { Row } from './table'

export interface ImportedCustomer {
  id: Id
  name: string
  /** E.164, at most five, no two customers share one. */
  phones: string[]
  email: string | null
  note: string | null
}

export type ExistingCustomer = Readonly<
  Omit<ImportedCustomer, 'phones'> & {
    phones: readonly string[]
    /** He has owed something before, paid or not: what a list says of it would be said twice. */
    hasOwed?: boolean
  }
>

/** What somebody owed before the book was. */
export interface ImportedDebt {
  id: Id
  customerId: Id
  amount: Kurus
}

/** What a customer who was there before the import gains: only what was missing, so taking it away again is the undo. */
export interface CustomerGains {
  id: Id
  phones: string[]
  email: string | null
  note: string | null
}

export type RowOutcome =
  | { row: number; kind: 'new' | 'merge' | 'same'; id: Id; name: string; warnings: RowWarning[] }
  | { row: number; kind: 'refused'; reason: RowRefusal }

/** What an import would do, before any of it is done. */
export interface Plan {
  /** One for each row below the header, in the order of the file. */
  outcomes: RowOutcome[]
  counts: Record<RowOutcome['kind'], number>
  created: ImportedCustomer[]
  merged: CustomerGains[]
  debts: ImportedDebt[]
}

export interface ImportChunk {
  created: ImportedCustomer[]
  merged: CustomerGains[]
}

/** A customer while the plan is made: what it will have, and what of that comes from this import. */
interface Known {
  customer: ImportedCustomer
  /** Null for a customer whom this import makes. */
  gains: CustomerGains | null
}

type Book = ReturnType<typeof openBook>

/**
 * The dry run. A row is a known customer when it has a phone of one, or of an earlier row; the known one then gains what
 * it lacks and loses nothing. A row without a phone is the same only as a customer without a phone who has its name,
 * e-mail and note: a name alone does not say who is who. Linear in rows and customers.
 */
export function planImport(
  rows: Row[],
  { skipRows, roles }: ColumnMapping,
  existing: readonly ExistingCustomer[],
  onRow: (done: number) => void = () => {},
): Plan {
  const book = openBook(existing)
  const outcomes = rows.slice(skipRows).map(({ number, cells }, index): RowOutcome => {
    onRow(index + 1)
    const person = readPerson(cells, roles)
    if (!person.ok) return { row: number, kind: 'refused', reason: person.error }
    const known = book.find(person.value)
    const outcome = known ? gain(book, known, person.value) : create(book, person.value)
    const warnings = [...outcome.warnings, ...book.owe(outcome.id, person.value)]
    return { row: number, ...outcome, warnings }
  })

  const counts = { new: 0, merge: 0, same: 0, refused: 0 }
  for (const { kind } of outcomes) counts[kind]++
  return {
    outcomes,
    counts,
    created: book.everyone.flatMap(({ customer, gains }) => (gains ? [] : [customer])),
    merged: book.everyone.flatMap(({ gains }) =>
      gains && (gains.phones.length > 0 || gains.email || gains.note) ? [gains] : [],
    ),
    debts: book.debts,
  }
}

/** The plan in pieces that one request can carry, new customers first. */
export function* chunksOf({ created, merged }: Pick<Plan, 'created' | 'merged'>): Generator<ImportChunk> {
  for (let at = 0; at < created.length; at += IMPORT_CHUNK) {
    yield { created: created.slice(at, at + IMPORT_CHUNK), merged: [] }
  }
  for (let at = 0; at < merged.length; at += IMPORT_CHUNK) {
    yield { created: [], merged: merged.slice(at, at + IMPORT_CHUNK) }
  }
}

function openBook(existing: readonly ExistingCustomer[]) {
  const everyone: Known[] = []
  const byPhone = new Map<string, Known>()
  const withoutPhone = new Map<string, Known>()
  const add = (known: Known) => {
    everyone.push(known)
    if (known.customer.phones.length === 0) withoutPhone.set(likeness(known.customer), known)
    for (const phone of known.customer.phones) if (!byPhone.has(phone)) byPhone.set(phone, known)
  }
  const find = (person: Person): Known | undefined => {
    if (person.phones.length === 0) return withoutPhone.get(likeness(person))
    return person.phones.map(phone => byPhone.get(phone)).find(known => known !== undefined)
  }
  const debts: ImportedDebt[] = []
  const owing = new Set(existing.flatMap(({ id, hasOwed }) => (hasOwed ? [id] : [])))
  const known = new Set(owing)
  /** Once for each: a list taken in twice must not double what is owed. */
  const owe = (customerId: Id, { debt }: Person): RowWarning[] => {
    if (!debt) return []
    if (owing.has(customerId)) return [known.has(customerId) ? 'debt-known' : 'debt-twice']
    owing.add(customerId)
    debts.push({ id: newId(), customerId, amount: debt })
    return []
  }
  for (const { id, name, phones, email, note } of existing) {
    add({
      customer: { id, name, phones: [...phones], email, note },
      gains: { id, phones: [], email: null, note: null },
    })
  }
  return { everyone, byPhone, add, find, owe, debts }
}

function likeness({ name, email, note }: Pick<ImportedCustomer, 'name' | 'email' | 'note'>): string {
  return [fold(name), email ?? '', note ?? ''].join('\0')
}

function create(book: Book, { name, phones, email, note, warnings }: Person) {
  const customer = { id: newId(), name: name || formatPhone(phones[0]!), phones, email, note }
  book.add({ customer, gains: null })
  return { kind: 'new' as const, id: customer.id, name: customer.name, warnings }
}

function gain({ byPhone }: Book, known: Known, person: Person) {
  const { customer, gains } = known
  const unknown = person.phones.filter(phone => !byPhone.has(phone))
  const phones = unknown.slice(0, Math.max(0, MAX_PHONES - customer.phones.length))
  const email = customer.email ? null : person.email
  const note = customer.note ? null : person.note
  // An earlier row of this file had only the phone, and was named by it.
  const name = !gains && person.name && customer.name === formatPhone(customer.phones[0] ?? '') ? person.name : null

  for (const phone of phones) byPhone.set(phone, known)
  for (const record of gains ? [customer, gains] : [customer]) {
    record.phones.push(...phones)
    record.email ||= email
    record.note ||= note
  }
  if (name) customer.name = name

  const differs: Partial<Record<RowWarning, boolean>> = {
    'too-many-phones': phones.length < unknown.length,
    'phone-elsewhere': person.phones.some(phone => byPhone.has(phone) && byPhone.get(phone) !== known),
    'name-differs': person.name !== '' && fold(person.name) !== fold(customer.name),
    'email-differs': person.email !== null && person.email !== customer.email,
    'note-differs': person.note !== null && person.note !== customer.note,
  }
  const warnings = new Set([...person.warnings, ...warningsWhere(differs)])
  const grew = phones.length > 0 || email !== null || note !== null || name !== null
  return {
    kind: grew ? ('merge' as const) : ('same' as const),
    id: customer.id,
    name: customer.name,
    warnings: [...warnings],
  }
}
