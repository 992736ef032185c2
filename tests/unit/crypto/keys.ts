import { createSecretKey } from 'node:crypto'
import type { Place } from '@/lib/crypto/envelope'
import type { DataKey, IndexKey, Keyring } from '@/lib/crypto/server/data-key'

export const MEHMET = '0199f6d0-0000-7000-8000-00000000000a'
export const AYSE = '0199f6d0-0000-7000-8000-00000000000b'

/** The phone of one customer of Berber Mehmet. */
export const PHONE: Place = {
  tenantId: MEHMET,
  table: 'customers',
  column: 'phone',
  rowId: '0199f6d0-0000-7000-8000-000000000c01',
}

/** Secrets of counting bytes, so that vectors can be computed elsewhere: 00 01 02 …, 20 21 22 …, 40 41 42 … */
export const bytesFrom = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i)

export const dataKey = (id: string, first: number): DataKey => ({
  purpose: 'seal',
  id,
  secret: createSecretKey(bytesFrom(first)),
})

export const KEY = dataKey('0199f6d0-0000-7000-8000-0000000000a1', 0)
export const OLDER_KEY = dataKey('0199f6d0-0000-7000-8000-0000000000a0', 96)
export const INDEX_KEY: IndexKey = {
  purpose: 'index',
  id: '0199f6d0-0000-7000-8000-0000000000a2',
  secret: createSecretKey(bytesFrom(32)),
}

export const keyring = (current: DataKey, ...retired: DataKey[]): Keyring => ({
  current,
  find: id => [current, ...retired].find(key => key.id === id),
  index: INDEX_KEY,
})
