import 'server-only'
import type { Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { tokenHash } from './token-hash'

/** Makes the asker a member of the shop that invited, and answers with the shop. Throws DbError. */
export async function acceptInvitation(rpc: Rpc, token: string): Promise<Result<Id, 'unknown' | 'used' | 'expired'>> {
  const answer = await rpc<{ tenantId: Id } | { refused: 'unknown' | 'used' | 'expired' }>('accept_invitation', {
    p_token_hash: tokenHash(token),
  })
  return 'refused' in answer ? fail(answer.refused) : ok(answer.tenantId)
}
