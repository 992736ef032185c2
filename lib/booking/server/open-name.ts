import 'server-only'
import { CryptoError } from '@/lib/crypto/crypto-error'
import type { Place } from '@/lib/crypto/envelope'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { open } from '@/lib/crypto/server/open'
import { serviceClient } from '@/lib/db/server/service-client'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { standingParts, type Visit } from '../visit'

/** A sealed name in clear. One that cannot be read must not keep a whole page or calendar back: it is left out, and we hear of it. */
export function openName(envelope: string, place: Place, keyring: Keyring): string | null {
  try {
    return open(envelope, place, keyring).text
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    console.error(`unreadable ${place.table}.${place.column} of row ${place.rowId}: ${error.code}`)
    return null
  }
}

/**
 * What the customer called himself when he booked by himself; else null. As the shop knows him is not shown: whoever has a link
 * must not learn by it whose number he used. Throws DbError and KeysOutOfReach.
 */
export async function bookedNameOf(visit: Visit): Promise<string | null> {
  const [{ id, bookedName }] = standingParts(visit) as [Visit['parts'][number]]
  if (!bookedName) return null
  const place = { tenantId: visit.shop.id, table: 'appointments', column: 'bookedName', rowId: id }
  return openName(bookedName, place, await keyringOf(serviceClient(), visit.shop.id))
}
