import 'server-only'
import type { ContactBlock, Reason } from '../../message'
import type { Handed, Status } from './channel'

/** What an error code of Twilio means for a message. `retry`: it may pass. `tell`: it is the operator's to mend. */
type Meaning = { retry: true } | { retry?: false; reason: Reason; block?: ContactBlock['why']; tell?: boolean }

const noWhatsApp: Meaning = { reason: 'no-whatsapp', block: 'no-whatsapp' }
const optedOut: Meaning = { reason: 'opted-out', block: 'opted-out' }
const unreachable: Meaning = { reason: 'unreachable', block: 'unreachable' }
const withheld: Meaning = { reason: 'withheld' }
const template: Meaning = { reason: 'template', tell: true }
const setUp: Meaning = { reason: 'set-up', tell: true }
const passing: Meaning = { retry: true }

/** DOMAIN-FACTS §3.6; the 300xx are the carriers' ends of a text message. */
const meanings: Record<number, Meaning> = {
  63003: noWhatsApp,
  63024: noWhatsApp,
  63014: optedOut,
  21610: optedOut,
  63018: passing,
  63012: passing,
  20429: passing,
  30001: passing, // the queue is full
  63032: withheld, // the customer is in one of Meta's experiments
  63049: withheld, // Meta holds marketing back: not again within a day
  30007: withheld, // filtered by the carrier
  63005: template,
  63013: template,
  63016: template, // the window is closed and no template was used
  63021: template,
  63027: template,
  63028: template,
  63029: template,
  63030: template,
  20003: setUp,
  63001: setUp,
  63008: setUp,
  35115: setUp,
  21211: unreachable,
  21612: unreachable,
  21614: unreachable,
  30005: unreachable, // there is no such number
  30006: unreachable, // a landline
  30003: { reason: 'not-delivered' }, // the phone is off
  30008: { reason: 'not-delivered' },
}

const meaningOf = (code: number | null | undefined): Meaning | undefined => (code ? meanings[code] : undefined)

/** What Twilio's refusal of a request means. An error of its own (5xx) says nothing about whether the message was taken. */
export function refusalOf(status: number, code: number | undefined, retryAfter?: number): Handed {
  const meaning = meaningOf(code) ?? (status === 429 ? passing : undefined)
  if (!meaning)
    return status >= 500
      ? { outcome: 'unknown' }
      : { outcome: 'next-channel', reason: 'set-up', code: String(code ?? status) }
  if (meaning.retry) return { outcome: 'retry', after: retryAfter }
  return {
    outcome: 'next-channel',
    reason: meaning.reason,
    block: meaning.block,
    ...(meaning.tell && { code: String(code ?? status) }),
  }
}

const states: Record<string, Status['state']> = {
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** What Twilio says of a message it took: in a callback, or asked. Every other status is on the way. */
export function statusOf(status: string, code?: number | null): Status {
  const state = states[status] ?? 'sent'
  if (state !== 'failed') return { state }
  const meaning = meaningOf(code)
  if (!meaning || meaning.retry) return { state, reason: 'not-delivered' }
  return { state, reason: meaning.reason, block: meaning.block }
}
