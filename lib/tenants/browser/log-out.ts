import 'client-only'
import Dexie from 'dexie'
import { openShopDatabase, parseDatabaseName } from '@/lib/sync/browser/database'
import { leaveShop } from './session'

const KEY = 'siftah.leaving'

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
 * first, so that no other tab can fetch again what is being wiped; offline, it is told at the next start, whichever page that is.
 */
export async function logOut(userId: string): Promise<void> {
  localStorage.setItem(KEY, 'yes')
  leaveShop()
  await finishLogOut()
  for (const { tenantId } of await shopsHere(userId)) await openShopDatabase(tenantId, userId).delete()
}

/** Tells the server of a log-out it has not heard of yet. True when there was one and it is done. */
export async function finishLogOut(): Promise<boolean> {
  if (!localStorage.getItem(KEY)) return false
  try {
    const { ok } = await fetch('/api/log-out', { method: 'POST' })
    if (ok) localStorage.removeItem(KEY)
    return ok
  } catch {
    return false // no network: the next start tries again
  }
}

const shopsHere = async (userId: string) =>
  (await Dexie.getDatabaseNames())
    .map(parseDatabaseName)
    .filter(owner => owner?.userId === userId)
    .filter(owner => owner !== null)
