import 'server-only'
import { serviceRpc } from '@/lib/db/server/service-client'
import { INVITATION_TOKEN } from '../invitation-token'
import { tokenHash } from './token-hash'

export interface Invitation {
  shop: string
  role: 'staff' | 'accountant'
  name: string
  state: 'open' | 'used' | 'expired'
}

/** What an invitation's link leads to; null: nowhere (never made, or taken back). Throws DbError. */
export async function invitationOf(token: string): Promise<Invitation | null> {
  if (!INVITATION_TOKEN.test(token)) return null
  const invitation = await serviceRpc<Invitation | { state: 'unknown' } | null>('invitation_of', {
    p_token_hash: tokenHash(token),
  })
  return invitation && invitation.state !== 'unknown' ? (invitation as Invitation) : null
}
