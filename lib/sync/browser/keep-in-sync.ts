import 'client-only'
import { liveQuery } from 'dexie'
import type { Refusal } from '../protocol'
import type { Owner, ShopDatabase, Trouble } from './database'
import { exchange, type Transport, Unreachable } from './exchange'
import { type Keeps, prune } from './prune'

/** How often to ask for news while somebody is looking. */
const NEWS_MS = 30_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 60_000

/** These may be over the next moment: asked again soon, and then less and less often. */
const passing: ReadonlySet<Trouble> = new Set(['unreachable', 'phone-fault', 'try-again'])

/** The tag under which a closed app asks the browser to send its outbox later. */
export const OUTBOX_SYNC = 'outbox'

/** Whoever holds it exchanges with the server: one tab, or the service worker. */
export const exchangeLock = (database: ShopDatabase) => `${database.name} exchange`

interface Options {
  transport: Transport
  /** Told once per refusal, by the leading tab. */
  onRefusal: (refusal: Refusal) => void
  /** What stays however old it is. */
  keeps?: Keeps
  locks?: Pick<LockManager, 'request'>
}

/**
 * Keeps phone and server one for as long as the page lives: at start, when something is put in the outbox (by any tab), when the network or
 * the person comes back, and every half minute while the page is seen. One tab leads, the others wait for its lock (SPEC SY14). Who leads
 * first lets go of what is too old (SPEC SY18).
 * @returns a function that stops it
 */
export function keepInSync(database: ShopDatabase, owner: Owner, options: Options): () => void {
  const { transport, onRefusal, keeps, locks = navigator.locks } = options
  const stopped = new AbortController()
  /** The page is going and closes the database under us, or another tab has wiped it. */
  const over = () => stopped.signal.aborted || database.hasBeenClosed()
  let wake = () => {}

  const lead = async () => {
    let failures = 0
    await prune(database, keeps).catch(error => over() || reportError(error))
    while (!over()) {
      const sleep = new Promise<void>(resolve => {
        wake = resolve
      })
      const trouble = await exchangeOnce(database, owner, transport, over)
      if (over()) return
      // A full phone cannot even note that it is full: that must not end the sending, which may make room.
      await database.standings.update('standing', { trouble }).catch(error => over() || reportError(error))
      failures = trouble && passing.has(trouble) ? failures + 1 : 0
      if (trouble && trouble !== 'unreachable' && trouble !== 'phone-fault') onRefusal(trouble)
      const timer = setTimeout(wake, failures > 0 ? retryDelay(failures) : NEWS_MS)
      await sleep
      clearTimeout(timer)
    }
  }

  const nudge = () => wake()
  const nudgeWhenSeen = () => document.visibilityState === 'visible' && wake()
  const outbox = liveQuery(() => database.outbox.where('status').equals('pending').count()).subscribe(
    waiting => waiting > 0 && wake(),
  )
  addEventListener('online', nudge)
  document.addEventListener('visibilitychange', nudgeWhenSeen)
  void locks
    .request(exchangeLock(database), { signal: stopped.signal }, lead)
    .catch(error => over() || reportError(error))

  return () => {
    stopped.abort()
    wake()
    outbox.unsubscribe()
    removeEventListener('online', nudge)
    document.removeEventListener('visibilitychange', nudgeWhenSeen)
  }
}

async function exchangeOnce(
  database: ShopDatabase,
  owner: Owner,
  transport: Transport,
  over: () => boolean,
): Promise<Trouble | null> {
  try {
    return await exchange(database, owner, transport)
  } catch (error) {
    if (over()) return null
    if (!(error instanceof Unreachable)) {
      reportError(error)
      return 'phone-fault'
    }
    void askForBackgroundSync()
    return 'unreachable'
  }
}

/** iOS and Firefox have none: there the outbox goes when the app is next opened. */
async function askForBackgroundSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as
    | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
    | undefined
  await registration?.sync?.register(OUTBOX_SYNC).catch(() => {}) // forbidden by the person's settings: nothing lost
}

/** Doubles up to a minute; the jitter keeps a street of shops from knocking at once when the network returns. */
const retryDelay = (failures: number) =>
  Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)
