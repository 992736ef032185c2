import 'client-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ContactCard } from '../contact-card'

// Contact Picker API (W3C); not in TypeScript's DOM types.
type ContactProperty = 'name' | 'tel' | 'email'
type PickedContact = Partial<Record<ContactProperty, string[]>>
interface ContactsManager {
  getProperties(): Promise<ContactProperty[]>
  select(properties: ContactProperty[], options: { multiple: boolean }): Promise<PickedContact[]>
}

function contactsManager(): ContactsManager | null {
  return (navigator as Navigator & { contacts?: ContactsManager }).contacts ?? null
}

/** Whether to offer the phone's contacts at all: in practice Chrome on Android. */
export function canPickContacts(): boolean {
  return contactsManager() !== null
}

/**
 * The people whom the owner picks from the phone's own list; none when it is closed again. To be called from a tap.
 * Some browsers have the API and fail in it (Samsung Internet): 'no-contacts', and the owner is pointed to a .vcf file.
 */
export async function pickContacts(): Promise<Result<ContactCard[], 'no-contacts'>> {
  const contacts = contactsManager()
  if (!contacts) return fail('no-contacts')
  try {
    const offered = await contacts.getProperties()
    const wanted = (['name', 'tel', 'email'] as const).filter(property => offered.includes(property))
    return ok((await contacts.select(wanted, { multiple: true })).map(toCard))
  } catch {
    return fail('no-contacts')
  }
}

function toCard({ name = [], tel = [], email = [] }: PickedContact): ContactCard {
  return { name: name.find(Boolean) ?? '', phones: tel, emails: email, note: '' }
}
