import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Customer } from '@/lib/customers/customer'
import { newId } from '@/lib/kernel/id'
import { mirror, openShopDatabase, type ShopDatabase } from '@/lib/sync/browser/database'

/** Berber Mehmet's copy of his shop, on a phone of its own. */
export async function phoneCopy(...customers: Customer[]): Promise<ShopDatabase> {
  const database = openShopDatabase('berber-mehmet', 'mehmet', { indexedDB: new IDBFactory(), IDBKeyRange })
  await mirror<Customer>(database, 'customers').bulkPut(customers)
  return database
}

interface Visit {
  startsAt: string
  status?: string
}

/** Puts a visit of the customer into the book. */
export async function book(
  database: ShopDatabase,
  { id }: Customer,
  { startsAt, status = 'done' }: Visit,
): Promise<void> {
  await mirror(database, 'appointments').put({ id: newId(), customerId: id, startsAt, status })
}
