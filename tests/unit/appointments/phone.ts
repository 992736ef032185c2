import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Account, AccountKind } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'
import { openShopDatabase, type ShopDatabase } from '@/lib/sync/browser/database'
import { takeAnswer } from '@/lib/sync/browser/take-answer'
import type { Rejection } from '@/lib/sync/protocol'

/** A phone of Berber Mehmet, fresh from the box, with the till every shop is born with. */
export async function newPhone(): Promise<ShopDatabase> {
  const phone = openShopDatabase(newId(), newId(), { indexedDB: new IDBFactory(), IDBKeyRange })
  await phone.table<Account>('accounts').bulkAdd([kasa, hizmet])
  return phone
}

const account = (kind: AccountKind, name: string): Account => ({
  id: newId(),
  kind,
  name,
  customerId: null,
  staffId: null,
  position: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
})
export const kasa = account('cash', 'Kasa')
export const hizmet = account('income', 'Hizmet')

/** The server's no to everything that waits, as `takeAnswer` leaves it: the effect gone, the command kept. */
export async function refuseAll(phone: ShopDatabase, reason: Rejection): Promise<void> {
  const waiting = await phone.outbox.where('status').equals('pending').toArray()
  const standing = await phone.standings.get('standing')
  await takeAnswer(phone, {
    results: waiting.map(({ id }) => ({ id, status: 'rejected' as const, rev: 1, reason })),
    changes: [],
    cursor: standing?.cursor ?? { view: 'v', at: 1, bootstrap: 1 },
    more: false,
    reset: false,
    me: { userId: newId(), role: 'owner', name: 'Mehmet', seesTill: true, staffId: null },
    shop: {
      id: newId(),
      name: 'Berber Mehmet',
      trade: 'berber',
      phone: null,
      zone: 'Europe/Istanbul',
      address: null,
      slug: null,
    },
  })
}
