import 'client-only'
import Dexie from 'dexie'
import {
  existingShopDatabase,
  type Owner,
  openShopDatabase,
  parseDatabaseName,
  type ShopDatabase,
} from '@/lib/sync/browser/database'
import { outboxFile, outboxForFile } from '@/lib/sync/browser/outbox'
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
export async function unsentOf(userId: string): Promise<Unsent[]> {
  const every = (await shopsHere(userId)).map(owner =>
    inShop(owner, async database => ({
      tenantId: owner.tenantId,
      shopName: (await database.standings.get('standing'))?.shop?.name ?? '',
      commands: await database.outbox.where('status').anyOf('pending', 'rejected').count(),
    })),
  )
  return (await Promise.all(every)).filter(unsent => unsent !== null).filter(({ commands }) => commands > 0)
}

/** What all his shops on this phone have not sent, as one file: a log-out wipes them all. */
export async function unsentAsFile(userId: string): Promise<Blob> {
  const every = (await shopsHere(userId)).map(owner => inShop(owner, outboxForFile))
  return outboxFile((await Promise.all(every)).flatMap(commands => commands ?? []))
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

/** Reads one shop's copy; null when there is none. A copy that is wiped or renewed just now is looked at again, and must not come back by that. */
async function inShop<T>(owner: Owner, read: (database: ShopDatabase) => Promise<T>): Promise<T | null> {
  for (;;) {
    let database: ShopDatabase | null = null
    try {
      database = await existingShopDatabase(owner)
      return database && (await read(database))
    } catch (error) {
      if (!(error instanceof Error && error.name === Dexie.errnames.DatabaseClosed)) throw error
    } finally {
      database?.close()
    }
  }
}
