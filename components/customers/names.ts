import type { Customer } from '@/lib/customers/customer'
import { formatPhone, phoneDigits } from '@/lib/kernel/phone-format'

/** What a customer is called on the screen. */
export const nameOf = ({ name }: Pick<Customer, 'name'>): string => name ?? 'Adı okunamadı'

/** The phone that the typed digits mean, else the one to call; none when he is called by it. */
export function phoneOf({ name, phones }: Pick<Customer, 'name' | 'phones'>, typed = ''): string | undefined {
  const digits = phoneDigits(typed)
  const phone = phones?.find(phone => digits !== '' && phoneDigits(phone).includes(digits)) ?? phones?.[0]
  const shown = phone && formatPhone(phone)
  return shown === name ? undefined : shown
}
