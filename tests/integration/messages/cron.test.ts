import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMinutes, type Instant, instantAt, toInstant } from '@/lib/kernel/zone'
import { actsOn } from '@/tests/integration/booking/acts'
import { newCustomer } from '@/tests/integration/booking/customers'
import { openWorld } from '@/tests/integration/tenants/world'

// The doors of the messages on the built-in stack: who may have them sent, how often, and the page that looks like the customer's phone.

const { sql } = await openWorld()
const { booked, stateOfLink } = await actsOn(sql)
const { POST: cron } = await import('@/app/api/cron/messages/route')
const { POST: press } = await import('@/app/(public)/gelen-kutusu/bas/route')
const { POST: setClock } = await import('@/app/(public)/gelen-kutusu/saat/route')
const { landedIn } = await import('@/lib/messages/server/inbox-store')

const landed = () => landedIn(process.env.SIFTAH_DATA_DIR!)
const noon = instantAt(toInstant(new Date(Date.now() + 86_400_000)).slice(0, 10), 12 * 60, 'Europe/Istanbul')
const call = (now: Instant, secret = process.env.CRON_SECRET) =>
  cron(
    new Request(`http://localhost:3000/api/cron/messages?now=${now}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    }),
  )

let visit: Awaited<ReturnType<typeof booked>>

beforeAll(async () => {
  visit = await booked()
  await sql`update public.message_settings set plan = 'whatsapp-sms', remind_day_before = false where tenant_id = ${visit.page.id}`
})

describe('[ME4] what is due is sent', () => {
  test('for nobody who does not know the secret', async () => {
    for (const secret of ['', 'wrong', process.env.SUPABASE_SECRET_KEY])
      expect((await call(noon, secret)).status).toBe(401)
    expect(await landed()).toEqual([])
  })

  test('once, though the timer comes by three times at once and then again', async () => {
    const answers = await Promise.all([call(noon), call(noon), call(noon)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await call(addMinutes(noon, 1))
    const [message, ...more] = await landed()
    expect(message).toMatchObject({ channel: 'whatsapp', shop: 'Berber Mehmet' })
    expect(message!.text).toContain('randevunuz yazıldı')
    expect(more).toEqual([])
  })
})

describe('the page that looks like the customer’s phone', () => {
  const post = (handler: unknown, fields: Record<string, string>) => newCustomer().post(handler as never, {}, fields)

  test('[ME3] has buttons that do what they say: he comes', async () => {
    const [message] = await landed()
    expect(message!.buttons.map(({ title }) => title)).toEqual(['Geliyorum', 'İptal et', 'Randevumu gör'])
    expect((await post(press, { mesaj: message!.id, yanit: 'confirm' })).status).toBe(303)
    const [row] =
      await sql`select customer_confirmed_at from public.appointments where tenant_id = ${visit.page.id} and status = 'confirmed'`
    expect(row!.customer_confirmed_at).not.toBeNull()
    const [read] = await sql`select state from public.messages where id = ${message!.id.split('/')[0]!}`
    expect(read!.state).toBe('read')
  })

  test('and: he does not', async () => {
    const [message] = await landed()
    await post(press, { mesaj: message!.id, yanit: 'cancel' })
    expect(await stateOfLink(message!.buttons.at(-1)!.href!.split('/').at(-1)!)).toBe('cancelled-by-customer')
  })

  test('knows no button of a message that is not there', async () => {
    expect((await post(press, { mesaj: 'x', yanit: 'confirm' })).status).toBe(404)
    const [message] = await landed()
    expect((await post(press, { mesaj: message!.id, yanit: 'accept' })).status).toBe(404)
  })

  test('lets it be another time, so that nobody waits a day for a reminder to try it', async () => {
    const { to } = await post(setClock, { saat: noon.slice(0, 16) })
    expect(to).toMatch(/^\/gelen-kutusu\?sonuc=\d+&saat=/)
  })

  test('[ME13] holds no number in its addresses', async () => {
    const [message] = await landed()
    const { to } = await post(press, { mesaj: message!.id, yanit: 'confirm' })
    expect(to).not.toContain(message!.to.slice(3))
  })
})

test('[ME13] what the inbox keeps lies in the stack’s own folder, for its owner’s eyes only', async () => {
  const { statSync } = await import('node:fs')
  const file = join(process.env.SIFTAH_DATA_DIR!, 'inbox', 'landed.jsonl')
  expect(readFileSync(file, 'utf8')).toContain('Berber Mehmet')
  expect(statSync(file).mode & 0o077).toBe(0)
})
