import 'server-only'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks'
import { serviceRpc } from '@/lib/db/server/service-client'
import { env } from '@/lib/env/server'
import { inboxFolder } from '../channels-of-env'
import { inboxToken } from '../secrets'
import { boxOf, type Callback } from './callback'
import { countRefused } from './count-refused'
import { callbackOf } from './twilio-callback'

/** A form of Twilio's is a few kilobytes. */
const LONGEST_FORM = 64 * 1024

/** Whose callbacks are taken, and the token by which they are signed. The inbox of the built-in stack speaks as Twilio does. */
function tokenOf(provider: string): string | null {
  if (provider === 'twilio') return env.TWILIO_AUTH_TOKEN ?? null
  if (provider === 'inbox') return inboxFolder() ? inboxToken() : null
  return null
}

export const webhookPath = (provider: string, what: Callback['what']): string => `/api/webhooks/${provider}/${what}`

/**
 * Takes what a provider calls us about: checks that it is its word, keeps it once, and has done no more when it answers (SPEC ME14). What it says is worked
 * by `workCallbacks`. The signature covers the exact public address, so that a proxy's own name for us does not matter. Throws DbError.
 *
 * @returns 200: kept now, or before; 403 forged; 400 and 413 malformed; 404: nobody calls there
 */
export async function takeWebhook(provider: string, what: Callback['what'], request: Request): Promise<Response> {
  const token = tokenOf(provider)
  if (!token) return new Response(null, { status: 404 })
  const body = await readAtMost(request)
  if (body === null) return refused(413, 'malformed')
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const form = new URLSearchParams(isForm ? body : '')
  const { search } = new URL(request.url)
  const address = env.APP_URL + webhookPath(provider, what) + search
  const signature = request.headers.get('x-twilio-signature') ?? ''
  if (!validateRequest(token, signature, address, fieldsOf(form))) return refused(403, 'forged')
  const told = callbackOf(what, form)
  if (!told) return refused(400, 'malformed')
  await serviceRpc<boolean>('keep_callback', {
    p_provider: provider,
    p_key: told.key,
    p_what: what,
    p_box: boxOf(told.callback, provider, told.key),
  })
  // No words to be sent back: an answer to a customer is a message of its own.
  return new Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', { headers: { 'content-type': 'text/xml' } })

  function refused(status: number, outcome: 'forged' | 'malformed'): Response {
    countRefused(serviceRpc, provider, outcome)
    return new Response(null, { status })
  }
}

/** A callback as the inbox signs and sends it: what happens to it from here on is what happens to Twilio's. */
export function signedByInbox(what: Callback['what'], fields: Record<string, string>): Request {
  const address = env.APP_URL + webhookPath('inbox', what)
  return new Request(address, {
    method: 'POST',
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(inboxToken(), address, fields) },
    body: new URLSearchParams(fields),
  })
}

/** A name that comes twice is a list to Twilio's signature. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(form.keys())].map(name => {
      const values = form.getAll(name)
      return [name, values.length === 1 ? values[0]! : values]
    }),
  )
}

async function readAtMost(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_FORM) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > LONGEST_FORM) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}
