import 'server-only'
import { newDataKey } from '@/lib/crypto/server/data-key'
import { DbError, type Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Command } from '@/lib/sync/protocol'
import type { Trade } from '../trades'
import { keyService } from './key-service'

export interface NewShop {
  /** Made when the form is shown: a form sent twice opens one shop. */
  id: Id
  name: string
  trade: Trade
  /** E.164 */
  phone: string | null
  ownerName: string
}

/**
 * Opens a shop with the asker as its owner, its own new keys, and what the starters (commands, run as the new owner) put
 * into it; all or nothing. Throws DbError.
 */
export async function openShop(
  rpc: Rpc,
  shop: NewShop,
  starters: readonly Command[],
): Promise<Result<Id, 'too-many-shops'>> {
  const service = await keyService()
  const keys = await Promise.all((['seal', 'index'] as const).map(purpose => newDataKey(purpose, shop.id, service)))
  try {
    const answer = await rpc<{ tenantId: Id } | { refused: 'too-many-shops' }>('open_shop', {
      p_shop: shop,
      p_keys: keys,
      p_starters: starters,
    })
    return 'refused' in answer ? fail(answer.refused) : ok(answer.tenantId)
  } catch (error) {
    if (error instanceof DbError && error.code === '23505') return ok(shop.id)
    throw error
  }
}
