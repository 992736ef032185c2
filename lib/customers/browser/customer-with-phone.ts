import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { phoneDigits } from '@/lib/kernel/phone-format'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Customer } from '../customer'

// Fewer digits are no whole number yet.
const WHOLE = 7

/** Who, other than `self`, has the number that was typed, in whatever writing. */
export async function customerWithPhone(database: ShopDatabase, text: string, self?: Id): Promise<Customer | null> {
  const digits = phoneDigits(text)
  if (digits.length < WHOLE) return null
  const owner = await mirror<Customer>(database, 'customers')
    .filter(({ id, phones }) => id !== self && !!phones?.some(phone => phoneDigits(phone) === digits))
    .first()
  return owner ?? null
}
