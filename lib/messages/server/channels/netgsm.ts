import 'server-only'
import type { Channel, Handed, Status } from './channel'

export interface NetgsmAccount {
  user: string
  password: string
  /** The registered header. */
  sender: string
  /** Where Netgsm is; its own host when left out. */
  apiUrl?: string
}

const TIMEOUT_MS = 15_000

/** `iysfilter`: information, not promotion. There is no other value here (SPEC ME2). */
const INFORMATION = '0'

/** What the codes of a request mean; `00` to `02` take it. */
const refusals: Record<string, Handed> = {
  20: { outcome: 'next-channel', reason: 'template', code: '20' }, // the text, or too long
  30: { outcome: 'next-channel', reason: 'set-up', code: '30' }, // user, password, or this address may not come in
  40: { outcome: 'next-channel', reason: 'set-up', code: '40' }, // the header is not registered
  50: { outcome: 'next-channel', reason: 'set-up', code: '50' },
  51: { outcome: 'next-channel', reason: 'set-up', code: '51' },
  70: { outcome: 'next-channel', reason: 'set-up', code: '70' }, // a parameter
  80: { outcome: 'retry', after: 60 }, // too many at once
  85: { outcome: 'retry', after: 120 }, // too many to one number
}

/** What a report says of one number; every other is on the way. */
const reports: Record<number, Status> = {
  1: { state: 'delivered' },
  2: { state: 'failed', reason: 'not-delivered' },
  3: { state: 'failed', reason: 'unreachable', block: 'unreachable' },
  4: { state: 'failed', reason: 'not-delivered' },
  11: { state: 'failed', reason: 'withheld' },
  12: { state: 'failed', reason: 'not-delivered' },
  13: { state: 'failed', reason: 'not-delivered' },
  15: { state: 'failed', reason: 'opted-out', block: 'opted-out' },
  16: { state: 'failed', reason: 'opted-out', block: 'opted-out' },
}

/**
 * Text messages by a provider in Türkiye (Netgsm's REST): the customer's number stays in the country. It has no way to ask whether it took a message
 * of which it never answered.
 */
export function smsByNetgsm(account: NetgsmAccount): Channel {
  const base = account.apiUrl ?? 'https://api.netgsm.com.tr'
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`
  const ask = (path: string, body: object) =>
    fetch(base + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  return {
    provider: 'netgsm',
    async send({ to, text }) {
      let answer: { code?: string; jobid?: string }
      try {
        const response = await ask('/sms/rest/v2/send', {
          msgheader: account.sender,
          encoding: 'TR',
          iysfilter: INFORMATION,
          messages: [{ msg: text, no: to.replace(/^\+90/, '') }],
        })
        if (response.status === 429) return { outcome: 'retry', after: 60 }
        if (response.status >= 500) return { outcome: 'unknown' }
        answer = await response.json()
      } catch (error) {
        return neverReached(error) ? { outcome: 'retry' } : { outcome: 'unknown' }
      }
      const { code = '', jobid } = answer
      if (/^0[0-2]$/.test(code) && jobid) return { outcome: 'sent', providerId: jobid }
      return refusals[code] ?? { outcome: 'next-channel', reason: 'provider', code }
    },
    find: async () => null,
    async look(providerId) {
      const response = await ask('/sms/rest/v2/report', { jobids: [providerId] })
      if (!response.ok) return null
      const { jobs = [] } = (await response.json()) as { jobs?: { status: number }[] }
      return jobs[0] ? (reports[jobs[0].status] ?? { state: 'sent' }) : null
    },
  }
}

/** The line was never open: nothing can have got through. */
const neverReached = (error: unknown) =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String((error as { cause?: { code?: unknown } }).cause?.code))
