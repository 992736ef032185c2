import 'server-only'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import { initials } from '@/lib/kernel/turkish-text'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import type { Calendar, CalendarEvent } from '../calendar'
import { LINK_TOKEN } from '../link-token'
import { normalInstant } from './normal-book'
import { openName } from './open-name'

interface Feed {
  tenantId: Id
  shop: string
  staff: string
  /** Names in full, and not as initials. */
  fullNames: boolean
  appointments: {
    id: Id
    startsAt: string
    endsAt: string
    service: string
    status: 'requested' | 'confirmed' | 'arrived' | 'done'
    changedAt: string
    rev: number
    customerId: Id | null
    /** Sealed, both. */
    customerName: string | null
    bookedName: string | null
  }[]
}

/** Programs that follow a calendar look again so often. */
export const FEED_MINUTES = 15

/** What stands behind a calendar's address; null: nothing (never made, or taken back). Throws DbError and KeysOutOfReach. */
export async function feedOf(token: string): Promise<Calendar | null> {
  if (!LINK_TOKEN.test(token)) return null
  const feed = await serviceRpc<Feed | null>('feed_of', { p_token_hash: tokenHash(token) })
  if (!feed) return null
  const keyring = await keyringOf(serviceClient(), feed.tenantId)
  return {
    name: `${feed.shop} · ${feed.staff}`,
    everyMinutes: FEED_MINUTES,
    events: feed.appointments.map(one => asEvent(one, feed, keyring)),
  }
}

function asEvent(one: Feed['appointments'][number], feed: Feed, keyring: Keyring): CalendarEvent {
  const name = nameIn(one, feed, keyring)
  const who = name && (feed.fullNames ? name : initials(name))
  return {
    id: one.id,
    startsAt: normalInstant(one.startsAt),
    endsAt: normalInstant(one.endsAt),
    tentative: one.status === 'requested',
    title: who ? `${who} · ${one.service}` : one.service,
    changedAt: normalInstant(one.changedAt),
    revision: one.rev,
  }
}

/** Who comes: as he called himself when he booked, else as the shop knows him. */
function nameIn(
  { id, customerId, customerName, bookedName }: Feed['appointments'][number],
  { tenantId }: Feed,
  keyring: Keyring,
): string | null {
  if (bookedName)
    return openName(bookedName, { tenantId, table: 'appointments', column: 'bookedName', rowId: id }, keyring)
  if (!customerName || !customerId) return null
  return openName(customerName, { tenantId, table: 'customers', column: 'name', rowId: customerId }, keyring)
}
