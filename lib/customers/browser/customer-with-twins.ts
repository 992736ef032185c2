import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Customer } from '../customer'

export interface CustomerWithTwins {
  customer: Customer
  /** Others with one of his phones, not archived: most likely the same person, written down twice. */
  twins: Customer[]
}

/** Null: there is no such customer (any more). */
export async function customerWithTwins(database: ShopDatabase, id: Id): Promise<CustomerWithTwins | null> {
  const customers = mirror<Customer>(database, 'customers')
  const customer = await customers.get(id)
  if (!customer) return null
  const phones = new Set(customer.phones)
  if (phones.size === 0 || customer.archivedAt) return { customer, twins: [] }
  const twins = await customers
    .filter(other => other.id !== id && !other.archivedAt && !!other.phones?.some(phone => phones.has(phone)))
    .toArray()
  return { customer, twins }
}
