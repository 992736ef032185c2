/// <reference lib="webworker" />
import Dexie from 'dexie'
import { NavigationRoute, type PrecacheEntry, Serwist, type SerwistPlugin } from 'serwist'
import { openShopDatabase, parseDatabaseName } from '@/lib/sync/browser/database'
import { exchange } from '@/lib/sync/browser/exchange'
import { httpTransport } from '@/lib/sync/browser/http-transport'
import { exchangeLock, OUTBOX_SYNC } from '@/lib/sync/browser/keep-in-sync'

// Keeps the shell and its assets, nothing else: the shop's data belongs to Dexie.

declare const self: ServiceWorkerGlobalScope & { __SW_MANIFEST: (PrecacheEntry | string)[] }

/** These open in the kept shell even with a network: it starts at once, and fetches only data. */
const SHOP = /^\/(bugun|musteriler|kasa|ayarlar|gonderilecekler)(\/|$)/

/** A worker takes its address from the answer, and a kept answer has lost the part behind `#` that tells the worker what to load. */
const keepAddressOfWorkers: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ event, cachedResponse }) => {
    const worker = event instanceof FetchEvent && event.request.destination === 'worker'
    return worker && cachedResponse ? new Response(cachedResponse.body, cachedResponse) : cachedResponse
  },
}

const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: { plugins: [keepAddressOfWorkers] },
  clientsClaim: true,
  skipWaiting: false, // a new version takes over when the person says so, or when no page is open
})

const shell = serwist.createHandlerBoundToUrl('/bugun')
serwist.registerRoute(new NavigationRoute(shell, { allowlist: [SHOP] }))
serwist.registerRoute(
  new NavigationRoute(async options => {
    try {
      return await fetch(options.request)
    } catch {
      return shell(options) // the shell says that this address needs the internet
    }
  }),
)
serwist.addEventListeners()

self.addEventListener('message', event => {
  if (event.data === 'take-over') void self.skipWaiting()
  if (event.data === 'claim') event.waitUntil(self.clients.claim())
})

// Where there is Background Sync, a closed app still sends what it holds once the network is back.
self.addEventListener('sync', event => {
  const { tag, waitUntil } = event as Event & { tag: string; waitUntil: ExtendableEvent['waitUntil'] }
  if (tag === OUTBOX_SYNC) waitUntil.call(event, sendEveryOutbox())
})

async function sendEveryOutbox(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) {
    const owner = parseDatabaseName(name)
    if (!owner) continue
    const database = openShopDatabase(owner.tenantId, owner.userId)
    try {
      // A page that is open leads; then there is nothing to do here.
      await navigator.locks.request(exchangeLock(database), { ifAvailable: true }, async lock => {
        if (lock && (await exchange(database, owner, httpTransport)) === 'not-a-member') await database.delete()
      })
    } finally {
      database.close()
    }
  }
}
