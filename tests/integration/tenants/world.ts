import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, vi } from 'vitest'
import { mailTo } from '@/supabase/local/mail'
import { startStack } from '@/supabase/local/stack'

/** The cookies of one browser. */
export type Browser = Map<string, string>

const hand = vi.hoisted(() => ({ holds: undefined as unknown as AsyncLocalStorage<Browser> }))
hand.holds = new AsyncLocalStorage()

vi.mock('next/headers', () => ({
  cookies: async () => {
    const browser = hand.holds.getStore()!
    return {
      getAll: () => [...browser].map(([name, value]) => ({ name, value })),
      set: (name: string, value: string, { maxAge }: { maxAge?: number }) =>
        maxAge === 0 ? browser.delete(name) : browser.set(name, value),
    }
  },
}))

/** Lets something happen on the server at the request of this browser. */
export const from = <T>(browser: Browser, act: () => Promise<T>): Promise<T> => hand.holds.run(browser, act)

/**
 * The whole built-in stack of a test file's own, and the app's environment for it. Import the app's server files after
 * this, for they read the environment once.
 */
export async function openWorld() {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-tenants-'))
  const stack = await startStack({ dataDir, appUrl: 'http://localhost:3000', durable: false, print: () => {} })
  Object.assign(process.env, stack.env, {
    OPERATOR_NAME: 'Örnek Yazılım Ltd. Şti.',
    OPERATOR_ADDRESS: 'Örnek Sokak 1, İzmir',
    OPERATOR_EMAIL: 'kvkk@ornek.com',
  })
  const sql = postgres(stack.databaseUrl, { onnotice: () => {} })
  afterAll(async () => {
    await sql.end()
    await stack.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { sql, mailTo: (address: string) => mailTo(dataDir, address) }
}

/** The built-in stack prints what Postgres refuses. These prints were to be expected; any other still fails the test. */
export function expectPrinted(...codes: string[]) {
  const printed = vi.mocked(console.error).mock
  expect(printed.calls.map(([error]) => (error as { code?: string }).code)).toEqual(codes)
  vi.mocked(console.error).mockClear()
}

let people = 0

/** A new person with a browser and an account; every one comes from an address of his own. */
export async function register(name: string) {
  const { registerUser } = await import('@/lib/tenants/server/register-user')
  const { userOfRequest } = await import('@/lib/tenants/server/require-user')
  people++
  const browser: Browser = new Map()
  const credentials = { email: `kisi${people}@siftah.test`, password: 'makas ve tarak' }
  const registration = { name, ...credentials, promotion: false }
  const registered = await from(browser, () => registerUser(registration, `198.51.100.${people}`))
  if (!registered.ok) throw new Error(registered.error)
  const user = (await from(browser, userOfRequest))!
  return { browser, user, ...credentials }
}

/** A registered person with a shop. */
export async function openShopFor(name: string, shop: string) {
  const { openShop } = await import('@/lib/tenants/server/open-shop')
  const { rpcOver } = await import('@/lib/db/server/rpc-over')
  const { startersOf } = await import('@/lib/appointments/commands/starters')
  const { newId } = await import('@/lib/kernel/id')
  const owner = await register(name)
  const tenantId = newId()
  const opened = await openShop(
    rpcOver(owner.user.client),
    { id: tenantId, name: shop, trade: 'berber', phone: null, ownerName: name },
    startersOf('berber', { ownerName: name, now: new Date().toISOString() }),
  )
  if (!opened.ok) throw new Error(opened.error)
  return { ...owner, tenantId }
}
