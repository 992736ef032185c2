import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Rpc } from '@/lib/db/server/rpc'
import { addMinutes, instantAt, toInstant } from '@/lib/kernel/zone'
import { startTwilio } from '@/tests/fakes/twilio'
import { actsOn } from '@/tests/integration/booking/acts'
import { newCustomer, openPage, type Page } from '@/tests/integration/booking/customers'
import { openWorld } from '@/tests/integration/tenants/world'

// [ME13] What programs print while messages go, fail, and are asked for, holds nothing of whom they go to. Everything that is printed is read here, by whatever it was printed.

const { sql } = await openWorld()
const people = [
  { name: 'Işıl Çağlayan', phone: '0532 000 01 21' },
  { name: 'Gökhan Şimşek', phone: '0532 000 01 23' },
  { name: 'Ümit Öztürk', phone: '0532 000 01 25' },
]
const printed: string[] = []
let twilio: Awaited<ReturnType<typeof startTwilio>>
let page: Page

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr] as const)
    vi.spyOn(stream, 'write').mockImplementation(chunk => printed.push(String(chunk)) > 0)
  twilio = await startTwilio()
  page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody' })
  await sql`update public.message_settings set plan = 'whatsapp-sms', remind_day_before = false where tenant_id = ${page.id}`
})
afterAll(async () => {
  await twilio.stop()
})

/** Books through the shop's page as customers do. */
async function books({ name, phone }: (typeof people)[number]): Promise<void> {
  const { keep, send } = await actsOn(sql)
  const customer = newCustomer()
  const token = await keep(customer, page)
  await send(customer, page, token, { ad: name, telefon: phone })
}

test('nothing that is printed names a customer, gives his number, or says what was written to him', async () => {
  for (const person of people) await books(person)
  const waiting = await sql`select from public.messages where tenant_id = ${page.id} and kind = 'confirmation'`
  expect(waiting).toHaveLength(people.length)

  const { work } = await import('@/lib/messages/server/work')
  const { whatsAppByTwilio, smsByTwilio } = await import('@/lib/messages/server/channels/twilio')
  const { serviceClient, serviceRpc } = await import('@/lib/db/server/service-client')
  const { keyringOf } = await import('@/lib/tenants/server/keyring')
  const channels = new Map([
    // A sender that Twilio does not know: the operator hears of it.
    ['whatsapp', whatsAppByTwilio({ ...twilio.account, whatsAppSender: '+905550000000' })],
    ['sms', smsByTwilio(twilio.account)],
  ] as const)
  const noon = instantAt(toInstant(new Date(Date.now() + 86_400_000)).slice(0, 10), 12 * 60, 'Europe/Istanbul')
  const run = (now: string, rpc: Rpc = serviceRpc) =>
    work({
      rpc,
      channels,
      keyring: id => keyringOf(serviceClient(), id),
      atOnce: 5,
      budgetMs: 30_000,
      now,
      tenantId: page.id,
    })
  twilio.breakNext(500)
  await run(noon)
  await run(addMinutes(noon, 10))
  await run(addMinutes(noon, 20))
  expect(await twilio.arrived()).toHaveLength(people.length)

  const everything = [...printed, ...vi.mocked(console.error).mock.calls.flat()].join('\n')
  expect(everything).toContain('set-up, error 21606')
  const digits = people.map(({ phone }) => phone.replace(/\D/g, '').slice(1))
  const secrets = [...people.map(({ name }) => name), ...people.map(({ phone }) => phone), ...digits, 'randevunuz']
  expect(secrets.filter(secret => everything.includes(secret))).toEqual([])
  // Nor do our own addresses, which others write down.
  expect(
    twilio.asked.filter(({ form }) => secrets.some(secret => form.get('StatusCallback')?.includes(secret))),
  ).toEqual([])
  vi.mocked(console.error).mockClear()
})
