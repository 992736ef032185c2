import 'client-only'
import Dexie from 'dexie'
import {
  existingShopDatabase,
  isGone,
  openShopDatabase,
  parseDatabaseName,
  type ShopDatabase,
} from '@/lib/sync/browser/database'
import { outboxAsFile } from '@/lib/sync/browser/outbox'
import { LEAVING, LEAVING_COOKIE } from '../leaving-cookie'
import { leaveShop } from './session'

/** As long as browsers keep any cookie. */
const MARK_LASTS_S = 400 * 24 * 60 * 60

/** What one shop's copy holds that the server has not accepted. */
export interface Unsent {
  tenantId: string
  shopName: string
  commands: number
}

/** The shops of this user on this phone that hold something the server has not accepted. */
export const unsentOf = (userId: string): Promise<Unsent[]> =>
  inShopsHere(userId, async databases => {
    const every = databases.map(async database => ({
      tenantId: parseDatabaseName(database.name)!.tenantId,
      shopName: (await database.standings.get('standing'))?.shop?.name ?? '',
      commands: await database.outbox.where('status').anyOf('pending', 'rejected').count(),
    }))
    return (await Promise.all(every)).filter(({ commands }) => commands > 0)
  }).catch(error => {
    if (isGone(error)) return []
    throw error
  })

/** What all his shops on this phone have not sent, as one file: a log-out wipes them all. */
export const unsentAsFile = (userId: string): Promise<Blob> => inShopsHere(userId, outboxAsFile)

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

async function inShopsHere<T>(userId: string, work: (databases: ShopDatabase[]) => Promise<T>): Promise<T> {
  // Only what is there: a copy that is wiped just now must not come back by being looked at.
  const found = await Promise.all((await shopsHere(userId)).map(existingShopDatabase))
  const databases = found.filter(database => database !== null)
  try {
    return await work(databases)
  } finally {
    for (const database of databases) database.close()
  }
}
