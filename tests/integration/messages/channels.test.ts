import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inboxChannel } from '@/lib/messages/server/channels/inbox'
import { smsByNetgsm } from '@/lib/messages/server/channels/netgsm'
import { emailBySmtp } from '@/lib/messages/server/channels/smtp'
import { smsByTwilio, whatsAppByTwilio } from '@/lib/messages/server/channels/twilio'
import { landedIn } from '@/lib/messages/server/inbox-store'
import { freePort } from '@/supabase/local/ports'
import { channelContract, letterFor } from '@/tests/contracts/channel'
import { startNetgsm } from '@/tests/fakes/netgsm'
import { startSmtp } from '@/tests/fakes/smtp'
import { startTwilio } from '@/tests/fakes/twilio'

// Every channel before the same contract, each with its own client at something that is not ours: Twilio's official client at `emulate`, nodemailer at a mail
// server, our Netgsm at its shape.

let twilio: Awaited<ReturnType<typeof startTwilio>>
let netgsm: Awaited<ReturnType<typeof startNetgsm>>
let smtp: Awaited<ReturnType<typeof startSmtp>>
const folder = mkdtempSync(join(tmpdir(), 'siftah-inbox-'))

beforeAll(async () => {
  ;[twilio, netgsm, smtp] = await Promise.all([startTwilio(), startNetgsm(), startSmtp()])
})
afterAll(async () => {
  await Promise.all([twilio.stop(), netgsm.stop(), smtp.stop(), rm(folder, { recursive: true, force: true })])
})

/** A line that nobody holds at the other end. */
const NOWHERE = `http://127.0.0.1:${await freePort()}`

/** Lines that break, and one that was never there. */
function line<Account extends { apiUrl?: string }>(
  server: { account: Account; arrived(): Promise<{ to: string; text: string }[]>; breakNext(how: never): void },
  make: (account: Account) => ReturnType<typeof smsByNetgsm>,
) {
  let channel = make(server.account)
  server.breakNext(null as never) // what the test before broke and nobody used
  return {
    get channel() {
      return channel
    },
    arrived: server.arrived,
    breakNext: (how: unknown) => {
      if (how === 'closed') channel = make({ ...server.account, apiUrl: NOWHERE })
      else server.breakNext(how as never)
    },
  }
}

channelContract('WhatsApp by Twilio', 'whatsapp', async () => {
  const opened = line(twilio, whatsAppByTwilio)
  await opened.channel.send(letterFor('whatsapp')) // it knows its templates now: what breaks is the line of the message
  return opened
})
channelContract('text messages by Twilio', 'sms', async () => line(twilio, smsByTwilio))
channelContract('text messages by Netgsm', 'sms', async () => line(netgsm, smsByNetgsm))
channelContract('e-mail by SMTP', 'email', async () => ({
  channel: emailBySmtp({ url: smtp.url, from: 'Siftah <posta@siftah.example>' }),
  arrived: smtp.arrived,
}))
channelContract('the inbox of the built-in stack', 'whatsapp', async () => ({
  channel: inboxChannel('whatsapp', folder),
  arrived: () => landedIn(folder),
}))

describe('WhatsApp by Twilio', () => {
  test('is sent by an approved template, with no text of its own and no name in it', async () => {
    const letter = letterFor('whatsapp')
    await whatsAppByTwilio(twilio.account).send(letter)
    const { form } = twilio.asked.at(-1)!
    expect(Object.fromEntries(form)).toEqual({
      From: 'whatsapp:+15551234567',
      To: `whatsapp:${letter.to}`,
      ContentSid: expect.stringMatching(/^HX[0-9a-f]{32}$/),
      ContentVariables: JSON.stringify({ 1: 'Kuaför Ayşe', 2: '26 Kasım Perşembe', 3: '14:30', 4: letter.token }),
      StatusCallback: 'https://siftah.example/api/webhooks/twilio/status',
    })
  })

  test('goes from the shop’s own sender where it has one', async () => {
    const handed = await whatsAppByTwilio(twilio.account).send(letterFor('whatsapp', { sender: '+905550000000' }))
    expect(Object.fromEntries(twilio.asked.at(-1)!.form)).toMatchObject({ From: 'whatsapp:+905550000000' })
    // The emulator does not know it: as Twilio says of a sender that is not set up.
    expect(handed).toMatchObject({ outcome: 'next-channel', reason: 'set-up' })
  })

  test('says what its callbacks say, with a signature that Twilio’s own code accepts', async () => {
    // `validateRequest` is what the webhook looks with; it accepts what is signed with the account's token and nothing else.
    const { validateRequest, getExpectedTwilioSignature } = createRequire(import.meta.url)(
      'twilio/lib/webhooks/webhooks.js',
    )
    const url = twilio.account.callbackUrl
    const params = { MessageSid: `SM${'1'.repeat(32)}`, MessageStatus: 'read', To: 'whatsapp:+905320000101' }
    const signature = getExpectedTwilioSignature(twilio.account.authToken, url, params)
    expect(validateRequest(twilio.account.authToken, signature, url, params)).toBe(true)
    expect(validateRequest(twilio.account.authToken, signature, `${url}?x=1`, params)).toBe(false)
    expect(validateRequest(twilio.account.authToken, signature, url, { ...params, MessageStatus: 'failed' })).toBe(
      false,
    )
  })
})

describe('text messages by Netgsm', () => {
  test('are information and never promotion, by the registered header', async () => {
    await smsByNetgsm(netgsm.account).send(letterFor('sms'))
    expect(netgsm.sent.at(-1)).toMatchObject({ msgheader: 'SIFTAH', encoding: 'TR', iysfilter: '0' })
  })

  test.each([
    ['20', 'next-channel', 'template'],
    ['30', 'next-channel', 'set-up'],
    ['40', 'next-channel', 'set-up'],
    ['80', 'retry', undefined],
    ['85', 'retry', undefined],
    ['99', 'next-channel', 'provider'],
  ])('code %s: %s', async (code, outcome, reason) => {
    netgsm.refuse(code)
    expect(await smsByNetgsm(netgsm.account).send(letterFor('sms'))).toMatchObject({
      outcome,
      ...(reason && { reason }),
    })
  })

  test.each([
    [1, { state: 'delivered' }],
    [3, { state: 'failed', reason: 'unreachable', block: 'unreachable' }],
    [16, { state: 'failed', reason: 'opted-out', block: 'opted-out' }],
    [0, { state: 'sent' }],
  ])('report %i', async (status, told) => {
    const channel = smsByNetgsm(netgsm.account)
    const handed = await channel.send(letterFor('sms'))
    if (handed.outcome !== 'sent') throw new Error(handed.outcome)
    netgsm.report(handed.providerId, status)
    expect(await channel.look(handed.providerId)).toEqual(told)
  })
})

test('a number without WhatsApp has none in the inbox either', async () => {
  const handed = await inboxChannel('whatsapp', folder).send(letterFor('whatsapp', { to: '+905320000199' }))
  expect(handed).toMatchObject({ outcome: 'next-channel', block: 'no-whatsapp' })
})

describe('e-mail by SMTP', () => {
  const email = () => emailBySmtp({ url: smtp.url, from: 'Siftah <posta@siftah.example>' })

  test('sent twice carries one id, by which mailboxes keep it once', async () => {
    const letter = letterFor('email')
    await email().send(letter)
    await email().send(letter)
    const ids = (await smtp.arrived()).filter(({ to }) => to === letter.to).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test.each([
    ['cut-before', 'unknown'],
    ['cut-after', 'unknown'],
    [429, 'retry'],
  ] as const)('a line that is broken (%s) makes it %s', async (how, outcome) => {
    smtp.breakNext(how)
    expect(await email().send(letterFor('email'))).toMatchObject({ outcome })
  })

  test('a server that is not there is tried again', async () => {
    expect(await emailBySmtp({ url: 'smtp://127.0.0.1:9', from: 'x@ornek.test' }).send(letterFor('email'))).toEqual({
      outcome: 'retry',
    })
  })
})
