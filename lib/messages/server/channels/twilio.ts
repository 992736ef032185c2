import 'server-only'
import type { Twilio } from 'twilio'
import { toInstant } from '@/lib/kernel/zone'
import { variablesOf } from '../../templates/content'
import { everyTemplate, providerNameOf } from '../../templates/every-template'
import type { Channel, Handed, Letter, Status } from './channel'
import { refusalOf, statusOf } from './twilio-words'

export interface TwilioAccount {
  accountSid: string
  authToken: string
  /** E.164 of the platform's WhatsApp sender. */
  whatsAppSender?: string
  /** The registered sender of text messages, letters or a number. */
  smsSender?: string
  /** Where Twilio is; its own hosts when left out. */
  apiUrl?: string
  /** Where it tells what became of a message. */
  callbackUrl: string
}

/** Longer than Twilio takes, and much shorter than a worker's lease. */
const TIMEOUT_MS = 15_000

/** What Twilio wrote down may carry its clock, not ours. */
const CLOCKS_APART_MS = 60_000

/** WhatsApp by Twilio: approved templates, known there by the name of their version. */
export function whatsAppByTwilio(account: TwilioAccount): Channel {
  const templates = contents(account)
  const from = (sender: string | null) => `whatsapp:${sender ?? account.whatsAppSender}`
  return {
    provider: 'twilio',
    send: letter =>
      handedOver(async () => {
        const template = everyTemplate[letter.kind]
        const contentSid = await templates(providerNameOf(template))
        if (!contentSid)
          return { outcome: 'next-channel', reason: 'template', code: `no template ${providerNameOf(template)}` }
        const client = await clientOf(account)
        const { sid, status, errorCode } = await client.messages.create({
          from: from(letter.sender),
          to: `whatsapp:${letter.to}`,
          contentSid,
          contentVariables: JSON.stringify(variablesOf(template, letter.slots, letter.token)),
          statusCallback: account.callbackUrl,
        })
        return { outcome: 'sent', providerId: sid, heard: statusOf(status, errorCode) }
      }),
    find: (letter, since) => found(account, `whatsapp:${letter.to}`, letter, since),
    look: providerId => look(account, providerId),
  }
}

/** Text messages by Twilio: the whole text, folded already. */
export function smsByTwilio(account: TwilioAccount): Channel {
  return {
    provider: 'twilio',
    send: letter =>
      handedOver(async () => {
        const client = await clientOf(account)
        const { sid, status, errorCode } = await client.messages.create({
          from: account.smsSender,
          to: letter.to,
          body: letter.text,
          statusCallback: account.callbackUrl,
        })
        return { outcome: 'sent', providerId: sid, heard: statusOf(status, errorCode) }
      }),
    find: (letter, since) => found(account, letter.to, letter, since),
    look: providerId => look(account, providerId),
  }
}

/** Twilio's word on a message in ours. */
async function handedOver(send: () => Promise<Handed>): Promise<Handed> {
  try {
    return await send()
  } catch (error) {
    const { status, code } = error as { status?: number; code?: number | string }
    if (typeof status === 'number') return refusalOf(status, Number(code) || undefined)
    // Never reached: it certainly has nothing. Anything else on the way there or back leaves that open.
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { outcome: 'retry' }
    if (isOfTheLine(error)) return { outcome: 'unknown' }
    throw error
  }
}

const isOfTheLine = (error: unknown) =>
  error instanceof Error &&
  (/^E[A-Z]+/.test(String((error as { code?: unknown }).code)) || /timeout|socket hang up|aborted/i.test(error.message))

async function found(
  account: TwilioAccount,
  to: string,
  { text }: Letter,
  since: string,
): Promise<string[] | 'not-now'> {
  const client = await clientOf(account)
  const after = new Date(Date.parse(since) - CLOCKS_APART_MS)
  // Not by the date it was sent: what still waits at Twilio has none. The newest come first.
  const page = await client.messages.page({ to, pageSize: 50 }).catch(error => {
    if (isOfTheLine(error) || typeof (error as { status?: number }).status === 'number') return null
    throw error
  })
  if (!page) return 'not-now'
  return page.instances
    .filter(({ body, dateCreated }) => body === text && toInstant(dateCreated) >= toInstant(after))
    .map(({ sid }) => sid)
}

async function look(account: TwilioAccount, sid: string): Promise<Status | null> {
  const client = await clientOf(account)
  const message = await client
    .messages(sid)
    .fetch()
    .catch((error: { status?: number }) => {
      if (error.status === 404) return null
      throw error
    })
  if (!message) return null
  const cost = message.price ? Math.round(Math.abs(Number(message.price)) * 1_000_000) : undefined
  return {
    ...statusOf(message.status, message.errorCode),
    ...(cost !== undefined && { cost, currency: message.priceUnit.toUpperCase() }),
  }
}

const clients = new Map<string, Promise<Twilio>>()

/** Twilio's own client; read when there is somebody to write to, for it is large. */
function clientOf(account: TwilioAccount): Promise<Twilio> {
  const name = JSON.stringify([account.accountSid, account.apiUrl])
  const client = clients.get(name) ?? makeClient(account)
  clients.set(name, client)
  return client
}

async function makeClient({ accountSid, authToken, apiUrl }: TwilioAccount): Promise<Twilio> {
  const { default: twilio } = await import('twilio')
  const line = new twilio.RequestClient({ timeout: TIMEOUT_MS, autoRetry: false, keepAlive: true })
  if (apiUrl) {
    const request = line.request.bind(line)
    line.request = options => request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, apiUrl) })
  }
  return twilio(accountSid, authToken, { httpClient: line })
}

/** Asked for again after so long when one is missing: it may have been approved meanwhile. */
const LOOK_AGAIN_MS = 10 * 60_000

/** The templates of the account, by name. */
function contents(account: TwilioAccount): (name: string) => Promise<string | undefined> {
  let known = new Map<string, string>()
  let readAt = Number.NEGATIVE_INFINITY
  return async name => {
    if (!known.has(name) && performance.now() - readAt > LOOK_AGAIN_MS) {
      const client = await clientOf(account)
      const all = await client.content.v1.contents.list({ limit: 500 })
      known = new Map(all.map(({ friendlyName, sid }) => [friendlyName, sid]))
      readAt = performance.now()
    }
    return known.get(name)
  }
}
