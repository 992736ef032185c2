import 'client-only'
import Dexie from 'dexie'
import { openShopDatabase, parseDatabaseName } from '@/lib/sync/browser/database'
import { LEAVING, LEAVING_COOKIE } from '../leaving-cookie'
import { leaveShop } from './session'

/** As long as browsers keep any cookie. */
const MARK_LASTS_S = 400 * 24 * 60 * 60

/** How many commands of this user, in all his shops on this phone, have not been accepted by the server. */
export async function unsentOf(userId: string): Promise<number> {
  let unsent = 0
  for (const { tenantId } of await shopsHere(userId)) {
    const database = openShopDatabase(tenantId, userId)
    unsent += await database.outbox.where('status').anyOf('pending', 'rejected').count()
    database.close()
  }
  return unsent
}

/**
 * Ends the session and wipes this user's copies. The caller has made sure that nothing unsent is lost (SPEC SY15). The server is told
 * first, so that no other tab can fetch again what is being wiped; offline, this phone's next request tells it, whatever it asks for.
 */
export async function logOut(userId: string): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari have not long had the Cookie Store API
  document.cookie = `${LEAVING_COOKIE}=${LEAVING}; path=/; max-age=${MARK_LASTS_S}; samesite=lax`
  leaveShop()
  await fetch('/api/log-out', { method: 'POST' }).catch(() => {}) // no network: the mark stays
  for (const { tenantId } of await shopsHere(userId)) await openShopDatabase(tenantId, userId).delete()
}

const shopsHere = async (userId: string) =>
  (await Dexie.getDatabaseNames())
    .map(parseDatabaseName)
    .filter(owner => owner?.userId === userId)
    .filter(owner => owner !== null)
