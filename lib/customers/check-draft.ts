import { formatPhone } from '@/lib/kernel/phone-format'
import { tidyName } from '@/lib/kernel/turkish-text'
import type { Customer } from './customer'

/** A customer as he stands in a form: everything is text, checked by nobody yet. */
export interface CustomerDraft {
  name: string
  phones: string[]
  email: string
  note: string
}

export type PhoneDoubt = 'not-a-phone' | 'unusual'

export type CheckedDraft =
  | { ok: true; value: Pick<Customer, 'email' | 'note'> & { name: string; phones: string[] } }
  | { ok: false; problem: 'nobody' | 'not-a-phone' | 'not-an-email' }

// What every address has; whether it exists only a letter can tell.
const EMAIL = /^\S+@\S+\.\S+$/

/** The draft as a customer, or the first thing that is wrong with it. Without a name the phone is the name. Loads the numbering plan. */
export async function checkDraft(draft: CustomerDraft): Promise<CheckedDraft> {
  const written = draft.phones.filter(phone => phone.trim() !== '')
  const checked = await Promise.all(written.map(checkPhone))
  if (checked.some(phone => phone.doubt === 'not-a-phone')) return { ok: false, problem: 'not-a-phone' }
  const phones = [...new Set(checked.map(phone => phone.e164))]

  const name = tidyName(draft.name) || (phones[0] ? formatPhone(phones[0]) : '')
  if (!name) return { ok: false, problem: 'nobody' }

  const email = draft.email.trim()
  if (email && !EMAIL.test(email)) return { ok: false, problem: 'not-an-email' }
  return { ok: true, value: { name, phones, email: email || null, note: draft.note.trim() || null } }
}

/** `unusual` is a warning: numbering plans grow faster than libraries. */
export async function checkPhone(text: string): Promise<{ e164: string; doubt?: PhoneDoubt }> {
  const { parsePhone } = await import('@/lib/kernel/phone')
  const parsed = parsePhone(text)
  if (!parsed.ok) return { e164: '', doubt: 'not-a-phone' }
  return parsed.value.plausible ? { e164: parsed.value.e164 } : { e164: parsed.value.e164, doubt: 'unusual' }
}
