import { expect, test, vi } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { PROTOCOL } from '@/lib/sync/protocol'
import { type Browser, expectPrinted, from, openShopFor, openWorld } from './world'

// POST /api/sync as a phone meets it: with its cookies, on the whole stack.

const { sql } = await openWorld()
const { POST } = await import('@/app/api/sync/route')
const { logIn } = await import('@/lib/tenants/server/log-in')
const { logOut } = await import('@/lib/tenants/server/log-out')
const { changePassword } = await import('@/lib/tenants/server/set-password')

type Owner = Awaited<ReturnType<typeof openShopFor>>

/** What the door says to a phone of the shop that has one thing to send, or nothing. */
async function knock({ tenantId, user }: Owner, browser: Browser, { commands = [adding()] as object[] } = {}) {
  const body = {
    protocol: PROTOCOL,
    tenantId,
    userId: user.id,
    deviceId: newId(),
    cursor: null,
    commands,
  }
  const request = new Request('http://localhost:3000/api/sync', { method: 'POST', body: JSON.stringify(body) })
  const response = await from(browser, () => POST(request))
  return { status: response.status, ...(await response.json()) }
}

const adding = () => ({
  id: newId(),
  name: 'customers.add@1',
  eventAt: new Date().toISOString(),
  args: { id: newId(), name: 'Ali', phones: [], email: null, note: null },
})

/** What the server says to its operator meanwhile, which is expected here. */
function reports(): unknown[] {
  const printed = vi.mocked(console.error).mock.calls.flat()
  vi.mocked(console.error).mockClear()
  return printed
}

test.each([
  ['whose keys were destroyed', (shop: string) => sql`delete from tenant_keys where tenant_id = ${shop}`],
  [
    'whose sealing key was destroyed',
    (shop: string) => sql`delete from tenant_keys where tenant_id = ${shop} and purpose = 'seal'`,
  ],
  [
    'whose keys are wrapped under a master key that is gone',
    (shop: string) =>
      sql`update tenant_keys set wrapped = 'local.1.' || gen_random_uuid() || substr(wrapped, 45) where tenant_id = ${shop}`,
  ],
])('[SY16] a shop %s is told to try again, its phones keep what they have, and we hear of it', async (_, destroy) => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  expect(await knock(mehmet, mehmet.browser)).toMatchObject({
    status: 200,
    answer: { results: [{ status: 'applied' }] },
  })
  await destroy(mehmet.tenantId)
  for (const commands of [[adding()], []]) {
    expect(await knock(mehmet, mehmet.browser, { commands })).toEqual({ status: 503, refusal: 'try-again' })
    expect(reports()).toEqual([`sync: keys of shop ${mehmet.tenantId}: unknown-key`])
  }
  expect(await sql`select from customers where tenant_id = ${mehmet.tenantId}`).toHaveLength(1)
})

test('[SY16] a shop that is gone, and one that is somebody else’s, is told so', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
  const told = { status: 403, refusal: 'not-a-member' }
  expect(await knock({ ...ayse, tenantId: mehmet.tenantId }, ayse.browser)).toEqual(told)
  await sql`delete from tenants where id = ${mehmet.tenantId}`
  expect(await knock(mehmet, mehmet.browser)).toEqual(told)
  expect(await knock(mehmet, mehmet.browser, { commands: [] })).toEqual(told)
})

test('[SY15] a copy of a session is worth nothing from the moment its person logs out, and is not told to wipe anything', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const copy = new Map(mehmet.browser)
  expect((await knock(mehmet, copy)).status).toBe(200)
  await from(mehmet.browser, logOut)
  for (const commands of [[adding()], []]) {
    expect(await knock(mehmet, copy, { commands })).toEqual({ status: 401, refusal: 'not-logged-in' })
  }
  expectPrinted('PT401', 'PT401')
  expect(await sql`select from customers where tenant_id = ${mehmet.tenantId}`).toHaveLength(1)
})

test('[SY15] a new password logs the other phones out at once; what they have not sent they keep', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const tablet: Browser = new Map()
  await from(tablet, () => logIn(mehmet, '203.0.113.20'))
  expect((await knock(mehmet, tablet)).status).toBe(200)
  await from(mehmet.browser, () => changePassword(mehmet.user, mehmet.password, 'yeni bir makas'))
  expect(await knock(mehmet, tablet)).toEqual({ status: 401, refusal: 'not-logged-in' })
  expectPrinted('PT401')
  expect((await knock(mehmet, mehmet.browser)).status).toBe(200)
})
