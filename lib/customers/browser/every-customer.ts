import 'client-only'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Customer } from '../customer'

/** All customers of the shop, the archived ones among them. */
export const everyCustomer = (database: ShopDatabase): Promise<Customer[]> =>
  mirror<Customer>(database, 'customers').toArray()
