import { createEmulator } from 'emulate'
import type { TwilioAccount } from '@/lib/messages/server/channels/twilio'
import { toSubmit } from '@/lib/messages/templates/content'
import { breakable } from './breakable'

// Somebody else's stand-in for Twilio (`emulate`), and before it what it does not have: the Content API, whose templates it puts in words as Twilio does.

const SID = `AC${'0'.repeat(32)}`
const AUTH_TOKEN = 'twilio_test_auth_token'
export const APP_URL = 'https://siftah.example'

const contents = toSubmit(APP_URL).map(({ content }, i) => ({ sid: `HX${String(i).padStart(32, '0')}`, ...content }))

/** The words of a template with its variables in them. */
function worded(contentSid: string, variables: Record<string, string>): string | null {
  const content = contents.find(({ sid }) => sid === contentSid) as
    | { types?: Record<string, { body: string }> }
    | undefined
  const body = Object.values(content?.types ?? {})[0]?.body
  return body?.replace(/\{\{(\d+)\}\}/g, (_, number: string) => variables[number] ?? '') ?? null
}

/** Twilio on this machine. */
export async function startTwilio() {
  const emulator = await createEmulator({
    service: 'twilio',
    port: 0,
    seed: {
      twilio: {
        account: { sid: SID, auth_token: AUTH_TOKEN, friendly_name: 'Siftah' },
        phone_numbers: [
          { phone_number: '+15551234567', friendly_name: 'SMS' },
          { phone_number: 'whatsapp:+15551234567', friendly_name: 'WhatsApp' },
        ],
      },
    },
  } as never)
  const asked: { path: string; form: URLSearchParams }[] = []
  const front = await breakable(async (request, body) => {
    const path = request.url ?? '/'
    if (path.startsWith('/v1/Content')) {
      const listed = contents.map(content => ({
        ...content,
        date_created: '2026-11-01T00:00:00Z',
        date_updated: '2026-11-01T00:00:00Z',
        account_sid: SID,
        url: '',
        links: {},
      }))
      return {
        status: 200,
        body: JSON.stringify({
          contents: listed,
          meta: { key: 'contents', page: 0, page_size: 500, next_page_url: null },
        }),
      }
    }
    const form = new URLSearchParams(body)
    if (request.method === 'POST') asked.push({ path, form: new URLSearchParams(body) })
    const contentSid = form.get('ContentSid')
    if (contentSid) {
      const text = worded(contentSid, JSON.parse(form.get('ContentVariables') ?? '{}'))
      if (text === null)
        return { status: 400, body: JSON.stringify({ code: 63027, message: 'Template does not exist', status: 400 }) }
      form.set('Body', text)
    }
    const response = await fetch(emulator.url + path, {
      method: request.method,
      headers: {
        authorization: request.headers.authorization ?? '',
        ...(request.method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(request.method === 'POST' && { body: form.toString() }),
    })
    return { status: response.status, body: await response.text() }
  })
  const authorization = `Basic ${Buffer.from(`${SID}:${AUTH_TOKEN}`).toString('base64')}`
  const account: TwilioAccount = {
    accountSid: SID,
    authToken: AUTH_TOKEN,
    whatsAppSender: '+15551234567',
    smsSender: '+15551234567',
    apiUrl: front.url,
    callbackUrl: `${APP_URL}/api/webhooks/twilio/status`,
  }
  return {
    account,
    /** What was posted to it, in order. */
    asked,
    breakNext: front.breakNext,
    async arrived() {
      const response = await fetch(`${emulator.url}/2010-04-01/Accounts/${SID}/Messages.json?PageSize=1000`, {
        headers: { authorization },
      })
      const { messages } = (await response.json()) as { messages: { to: string; body: string }[] }
      return messages.map(({ to, body }) => ({ to: to.replace(/^whatsapp:/, ''), text: body }))
    },
    /** Moves a message on at the emulator, which tells its callback. */
    simulate: (sid: string, status: string, more: object = {}) =>
      fetch(`${emulator.url}/_twilio/simulate/message-status`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ MessageSid: sid, MessageStatus: status, ...more }),
      }),
    async stop() {
      await front.stop()
      await emulator.close()
    },
  }
}
