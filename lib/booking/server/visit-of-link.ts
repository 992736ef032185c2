import 'server-only'
import { serviceRpc } from '@/lib/db/server/service-client'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import { LINK_TOKEN } from '../link-token'
import type { Visit } from '../visit'
import { normalBook, normalInstant, normalInstantOrNull } from './normal-book'

/** What a customer's link leads to; null: nowhere (never made, taken back, or a month old). Looking changes nothing. Throws DbError. */
export async function visitOfLink(token: string): Promise<Visit | null> {
  if (!LINK_TOKEN.test(token)) return null
  const visit = await serviceRpc<Visit | null>('visit_of_link', { p_token_hash: tokenHash(token) })
  return (
    visit && {
      ...normalBook(visit),
      linkedAt: normalInstant(visit.linkedAt),
      parts: visit.parts.map(part => ({
        ...part,
        startsAt: normalInstant(part.startsAt),
        endsAt: normalInstant(part.endsAt),
        lapsesAt: normalInstantOrNull(part.lapsesAt),
        confirmedAt: normalInstantOrNull(part.confirmedAt),
      })),
    }
  )
}
