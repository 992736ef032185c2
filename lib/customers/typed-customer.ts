import { formatPhone } from '@/lib/kernel/phone-format'
import { tidyName } from '@/lib/kernel/turkish-text'

// Seven digits is the shortest number that reaches anybody; fewer belong to a name (`Ahmet 2`).
const PHONE = /\+?\(?\d(?:[\s()./-]*\d){6,}/

/** What a person typed into one field, as a form shows it: `Ahmet 0532 123 45 67` is a name and a phone. Neither is checked. */
export function splitTyped(text: string): { name: string; phone: string } {
  if (!/\p{L}/u.test(text)) return { name: '', phone: text.trim() }
  const phone = PHONE.exec(text)?.[0] ?? ''
  return { name: tidyName(text.replace(phone, ' ')), phone: phone.trim() }
}

/**
 * The customer that the typed text stands for. One with only a phone is called by it until somebody writes a name; digits that cannot
 * be a phone stay in the name: nothing typed is lost. Loads the numbering plan when there is a number.
 */
export async function typedCustomer(text: string): Promise<{ name: string; phones: string[] }> {
  const { name, phone } = splitTyped(text)
  if (!phone) return { name, phones: [] }
  const { parsePhone } = await import('@/lib/kernel/phone')
  const parsed = parsePhone(phone)
  if (!parsed.ok) return { name: tidyName(text), phones: [] }
  return { name: name || formatPhone(parsed.value.e164), phones: [parsed.value.e164] }
}
