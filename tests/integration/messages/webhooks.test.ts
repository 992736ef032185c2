import { createServer } from 'node:http'
import { createEmulator } from 'emulate'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freePort } from '@/supabase/local/ports'
import { openWorld } from '@/tests/integration/tenants/world'

// Where providers call: with `emulate`'s Twilio at the other end of the line, and with hands that forge.

const TOKEN = 'twilio_test_auth_token'
const SID = `AC${'0'.repeat(32)}`
const US = 'whatsapp:+15551234567'

const { sql } = await openWorld()
const port = await freePort()
const APP_URL = `http://localhost:${port}`
Object.assign(process.env, { APP_URL, TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: TOKEN })
const { takeWebhook, signedByInbox } = await import('@/lib/messages/server/webhooks/take-webhook')
const { countedRefused } = await import('@/lib/messages/server/webhooks/count-refused')
const { inboxToken } = await import('@/lib/messages/server/secrets')
const { boxOf, openBox } = await import('@/lib/messages/server/webhooks/callback')

/** The app's door, known inside by another name than outside, as behind a proxy. */
const door = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', piece => pieces.push(piece))
  request.on('end', async () => {
    const inside = new Request(`http://127.0.0.1:1${request.url}`, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(pieces),
    })
    const [, , , provider, what] = new URL(inside.url).pathname.split('/')
    const answer = await takeWebhook(provider!, what as 'status', inside)
    answers.push(answer.status)
    response.writeHead(answer.status).end(await answer.text())
  })
})
const answers: number[] = []
let emulator: { url: string; close(): Promise<unknown> }

beforeAll(async () => {
  await new Promise<void>(resolve => door.listen(port, '127.0.0.1', resolve))
  const numbers = [US, '+15551234567'].map(phone_number => ({
    phone_number,
    sms_url: `${APP_URL}/api/webhooks/twilio/inbound`,
  }))
  emulator = await createEmulator({
    service: 'twilio',
    port: 0,
    seed: { twilio: { account: { sid: SID, auth_token: TOKEN }, phone_numbers: numbers } },
  } as never)
})
afterAll(async () => {
  await emulator.close()
  await new Promise(resolve => door.close(resolve))
})
beforeEach(async () => {
  answers.length = 0
  await countedRefused()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  await sql`delete from private.callbacks`
  await sql`delete from private.callback_counts`
})

const authorization = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`
const atTwilio = async (path: string, fields: Record<string, string>) => {
  const response = await fetch(emulator.url + path, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
  return response.json() as Promise<{ sid: string }>
}
const kept = async () => {
  const rows = await sql`select provider, key, what, box from private.callbacks order by heard_at`
  return rows.map(({ provider, key, what, box }) => ({ what, ...(openBox(box, provider, key) as object) }))
}
const counts = async () => {
  await countedRefused()
  const rows = await sql`select outcome, n::int from private.callback_counts order by outcome`
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
}

const fields = { MessageSid: `SM${'a'.repeat(32)}`, From: 'whatsapp:+905320000101', To: US, Body: 'İptal' }

interface Call {
  path?: string
  token?: string
  headers?: object
  /** The address in its signature; the one it goes to when left out. */
  signedFor?: string
}

/** A call as Twilio makes it. */
function call(
  said: Record<string, string> = fields,
  { path = '/api/webhooks/twilio/inbound', token = TOKEN, headers = {}, signedFor }: Call = {},
) {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(token, signedFor ?? APP_URL + path, said), ...headers },
    body: new URLSearchParams(said),
  })
}

describe('[ME14] what the other Twilio calls about', () => {
  test('is a status of a message that it took', async () => {
    const { sid } = await atTwilio(`/2010-04-01/Accounts/${SID}/Messages.json`, {
      ...{ To: '+905320000101', From: '+15551234567', Body: 'x' },
      StatusCallback: `${APP_URL}/api/webhooks/twilio/status`,
    })
    await atTwilio('/_twilio/simulate/message-status', { MessageSid: sid, Status: 'delivered' })
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(await kept()).toContainEqual({ what: 'status', providerId: sid, status: { state: 'delivered' } })
  })

  test('is what a customer wrote', async () => {
    await atTwilio('/_twilio/simulate/inbound-message', { From: '+905320000101', To: '+15551234567', Body: 'ıptal!' })
    await vi.waitFor(() => expect(answers).toEqual([200]))
    expect(await kept()).toMatchObject([
      { what: 'inbound', channel: 'sms', phone: '+905320000101', text: 'ıptal!', reply: 'cancel' },
    ])
  })
})

describe('[ME14] a call', () => {
  test('signed for the public address is kept once, however often it comes', async () => {
    for (let i = 0; i < 3; i++) expect((await call()).status).toBe(200)
    expect(await kept()).toHaveLength(1)
    expect(await counts()).toEqual({ replayed: 2, taken: 1 })
  })

  test('with a question in its address is signed with it', async () => {
    expect((await call(fields, { path: '/api/webhooks/twilio/inbound?a=1&b=%C5%9F' })).status).toBe(200)
  })

  test.each([
    ['with another token', { token: 'another' }],
    ['for another address', { signedFor: 'https://siftah.example/api/webhooks/twilio/inbound' }],
    ['for the other door', { signedFor: `${APP_URL}/api/webhooks/twilio/status` }],
    ['by nobody', { headers: { 'x-twilio-signature': '' } }],
    ['in words that are no signature', { headers: { 'x-twilio-signature': 'x'.repeat(400) } }],
    ['and sent as something else', { headers: { 'content-type': 'application/json' } }],
  ])('signed %s is forged', async (_, how) => {
    expect((await call(fields, how)).status).toBe(403)
    expect(await kept()).toEqual([])
    expect(await counts()).toEqual({ forged: 1 })
  })

  test('whose words were changed on the way is forged', async () => {
    const signature = getExpectedTwilioSignature(TOKEN, `${APP_URL}/api/webhooks/twilio/inbound`, fields)
    const changed = await fetch(`http://127.0.0.1:${port}/api/webhooks/twilio/inbound`, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams({ ...fields, From: 'whatsapp:+905320000102' }),
    })
    expect(changed.status).toBe(403)
  })

  test.each([
    ['no message', { From: fields.From, To: US, Body: 'x' }],
    ['nobody who wrote', { MessageSid: fields.MessageSid, To: US, Body: 'x' }],
    ['a number that is none', { ...fields, From: 'whatsapp:05320000101' }],
  ])('rightly signed that names %s is malformed', async (_, said) => {
    expect((await call(said as Record<string, string>)).status).toBe(400)
    expect(await counts()).toEqual({ malformed: 1 })
  })

  test('of more than 64 kB is not read', async () => {
    expect((await call({ ...fields, Body: 'x'.repeat(70_000) })).status).toBe(413)
    expect(await counts()).toEqual({ malformed: 1 })
  })

  test('of two hundred forgers at once costs a few writes', async () => {
    await Promise.all(Array.from({ length: 200 }, () => call(fields, { token: 'another' })))
    expect(await counts()).toEqual({ forged: 200 })
    expect(vi.mocked(console.warn).mock.calls.length).toBeLessThan(100)
  })

  test('of a provider that is none finds nobody', async () => {
    expect((await call(fields, { path: '/api/webhooks/netgsm/inbound' })).status).toBe(404)
  })
})

test('[ME15] a WhatsApp user without a number comes by his id, and by the button he tapped', async () => {
  const said = {
    ...{ MessageSid: fields.MessageSid, To: US, Body: 'İptal et', ButtonText: 'İptal et', ButtonPayload: 'cancel' },
    ...{ From: 'whatsapp:TR.1a2b3c', ExternalUserIdentifier: 'TR.1a2b3c', OriginalRepliedMessageSid: 'SM1' },
  }
  expect((await call(said)).status).toBe(200)
  expect(await kept()).toMatchObject([{ phone: null, userId: 'TR.1a2b3c', reply: 'cancel', answers: 'SM1' }])
})

test('[ME14] the inbox signs as Twilio does: the official check accepts it', async () => {
  const request = signedByInbox('inbound', fields)
  const signature = request.headers.get('x-twilio-signature')!
  expect(validateRequest(inboxToken(), signature, request.url, fields)).toBe(true)
  expect((await takeWebhook('inbox', 'inbound', request)).status).toBe(200)
})

test('[ME13] a box opens under its own name only', () => {
  const box = boxOf({ what: 'status', providerId: 'SM1', status: { state: 'read' } }, 'twilio', 'SM1 read')
  expect(openBox(box, 'twilio', 'SM1 read')).toMatchObject({ providerId: 'SM1' })
  expect(() => openBox(box, 'twilio', 'SM2 read')).toThrow('tampered')
})
