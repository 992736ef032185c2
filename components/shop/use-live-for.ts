'use client'

import type { ShopDatabase } from '@/lib/sync/browser/database'
import { useLive } from './shop-context'

/**
 * A live view of what belongs to a key, undefined until read for *this* key. `useLive` goes on showing the old key's meanwhile: right for a
 * page that would flicker, wrong where somebody is about to act on it.
 */
export function useLiveFor<Key, T>(key: Key, query: (database: ShopDatabase, key: Key) => Promise<T>): T | undefined {
  const read = useLive(async database => ({ key, value: await query(database, key) }), [key])
  return read && read.key === key ? read.value : undefined
}
