import type { DBCore } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addCustomer } from '@/lib/customers/add-customer'
import { newId } from '@/lib/kernel/id'
import { openShopDatabase, type ShopDatabase } from '@/lib/sync/browser/database'
import { type Transport, Unreachable } from '@/lib/sync/browser/exchange'
import { keepInSync } from '@/lib/sync/browser/keep-in-sync'
import { send } from '@/lib/sync/browser/send'
import type { Answer, Request } from '@/lib/sync/protocol'

// Two tabs of one phone. The server here only says yes; what the real one does is tests/integration/sync.

const owner = { tenantId: newId(), userId: newId() }
const me = { userId: owner.userId, role: 'owner', name: 'Mehmet', seesTill: true, staffId: null } as const
const shop = {
  id: owner.tenantId,
  name: 'Berber Mehmet',
  trade: 'berber',
  phone: null,
  zone: 'Europe/Istanbul',
  address: null,
  slug: null,
}

let disk: IDBFactory
let page: EventTarget & { visibilityState: string }
let requests: Request[]
let underWay: number
let most: number
const stops: (() => void)[] = []
const tabs: ShopDatabase[] = []

const yes: Transport = async request => {
  most = Math.max(most, ++underWay)
  await Promise.resolve()
  requests.push(request)
  underWay--
  const results = request.commands.map(({ id }) => ({ id, status: 'applied' as const, rev: 1 }))
  const answer: Answer = {
    results,
    changes: [],
    cursor: { view: 'v', at: 1, bootstrap: 1 },
    more: false,
    reset: false,
    me,
    shop,
  }
  return { answer }
}

beforeEach(() => {
  disk = new IDBFactory()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  requests = []
  underWay = most = 0
  const network = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network))
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network))
  vi.stubGlobal('dispatchEvent', network.dispatchEvent.bind(network))
  vi.stubGlobal('navigator', { locks: oneAtATime() })
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const tab of tabs.splice(0)) tab.close()
  vi.unstubAllGlobals()
})

/** Web Locks, as far as one page of them goes: one holder, the others wait in line until they are aborted. */
function oneAtATime() {
  let line = Promise.resolve()
  return {
    request: (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) => {
      const turn = line.then(() => (signal.aborted ? undefined : work()))
      line = turn
      return turn
    },
  }
}

function openTab(transport: Transport, onRefusal = () => {}): ShopDatabase {
  const database = openShopDatabase(owner.tenantId, owner.userId, { indexedDB: disk, IDBKeyRange })
  tabs.push(database)
  stops.push(keepInSync(database, owner, { transport, onRefusal }))
  return database
}

const addSomebody = (database: ShopDatabase) =>
  send(database, addCustomer, { id: newId(), name: 'Ahmet', phones: [], email: null, note: null })

/** A busy machine is not a broken promise. */
const eventually = (promise: () => void | Promise<void>) => vi.waitFor(promise, { timeout: 30_000 })

const sent = () => requests.flatMap(({ commands }) => commands).length

test('[SY14] every tab may act, one of them sends', async () => {
  const [first, second] = [openTab(yes), openTab(yes)]
  await Promise.all([addSomebody(first), addSomebody(second), addSomebody(second)])
  await eventually(() => expect(sent()).toBe(3))
  expect(most).toBe(1)
  expect(new Set(requests.flatMap(({ commands }) => commands.map(({ id }) => id))).size).toBe(3)
})

test('[SY14] when the sending tab is closed, another takes over', async () => {
  const [first, second] = [openTab(yes), openTab(yes)]
  await addSomebody(first)
  await eventually(() => expect(sent()).toBe(1))
  stops.shift()?.()
  first.close()
  await addSomebody(second)
  await eventually(() => expect(sent()).toBe(2))
})

test('[SY18] a phone that starts lets go of what is too old, network or not', async () => {
  const before = openShopDatabase(owner.tenantId, owner.userId, { indexedDB: disk, IDBKeyRange })
  const visit = (startsAt: string) => ({ id: newId(), startsAt })
  const [old, young] = [visit('2024-01-02T10:00:00.000Z'), visit('2026-01-02T10:00:00.000Z')]
  await before.table('appointments').bulkAdd([old, young])
  await before.standings.update('standing', { saidAt: '2026-11-25T10:00:00.000Z' })
  before.close()

  const tab = openTab(() => Promise.reject(new Unreachable()))
  await eventually(async () => expect(await tab.table('appointments').toArray()).toEqual([young]))
})

test('without a network it says so and keeps everything; the network’s return sends it at once', async () => {
  let online = false
  const tab = openTab(request => (online ? yes(request) : Promise.reject(new Unreachable())))
  await addSomebody(tab)
  await eventually(async () => expect((await tab.standings.get('standing'))?.trouble).toBe('unreachable'))
  expect(await tab.outbox.count()).toBe(1)

  online = true
  dispatchEvent(new Event('online'))
  await eventually(async () => expect(await tab.outbox.count()).toBe(0))
  await eventually(async () => expect((await tab.standings.get('standing'))?.trouble).toBeNull())
})

test('a fault of the phone itself is not taken for a missing network: it is reported, and nothing is lost', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const tab = openTab(async () => ({ answer: {} as Answer }))
  await addSomebody(tab)
  await eventually(async () => expect((await tab.standings.get('standing'))?.trouble).toBe('phone-fault'))
  expect(reported).toHaveBeenCalled()
  expect(await tab.outbox.count()).toBe(1)
})

test('a full phone goes on asking: once there is room again, what waits is sent without a restart', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  let [online, full] = [false, false]
  const tab = openTab(request => (online ? yes(request) : Promise.reject(new Unreachable())))
  tab.use({ stack: 'dbcore', name: 'disk', create: core => limitedBy(core, () => full) })
  await addSomebody(tab)
  await eventually(async () => expect((await tab.standings.get('standing'))?.trouble).toBe('unreachable'))

  online = full = true
  dispatchEvent(new Event('online'))
  await eventually(() => expect(reported).toHaveBeenCalledTimes(2)) // the answer could not be kept, nor that it could not
  full = false
  await eventually(async () => {
    dispatchEvent(new Event('online'))
    expect(await tab.outbox.count()).toBe(0)
  })
})

/** Storage that takes nothing more while it is full. */
const limitedBy = (core: DBCore, full: () => boolean): DBCore => ({
  ...core,
  table: name => {
    const table = core.table(name)
    const mutate: typeof table.mutate = async request => {
      if (full()) throw new DOMException('no room', 'QuotaExceededError')
      return table.mutate(request)
    }
    return { ...table, mutate }
  },
})

test('whoever comes back to the app sees the news at once', async () => {
  openTab(yes)
  await eventually(() => expect(requests.length).toBeGreaterThan(0))
  const before = requests.length
  await eventually(() => {
    page.dispatchEvent(new Event('visibilitychange'))
    expect(requests.length).toBeGreaterThan(before)
  })
})

test('a copy that another tab wipes stays wiped, though an answer is still on its way', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  let answer: (() => void) | undefined
  const tab = openTab(async request => {
    await new Promise<void>(resolve => {
      answer = resolve
    })
    return yes(request)
  })
  await addSomebody(tab)
  await eventually(() => expect(answer).toBeDefined())
  await openShopDatabase(owner.tenantId, owner.userId, { indexedDB: disk, IDBKeyRange }).delete()
  answer?.()
  await eventually(() => expect(requests).toHaveLength(1))
  dispatchEvent(new Event('online'))
  await new Promise(resolve => setImmediate(resolve))
  expect(await disk.databases()).toEqual([])
  expect(reported).not.toHaveBeenCalled()
})

test('a refusal is passed on to whoever can act on it', async () => {
  const heard = vi.fn()
  openTab(async () => ({ refusal: 'not-a-member' }), heard)
  await eventually(() => expect(heard).toHaveBeenCalledWith('not-a-member'))
})
