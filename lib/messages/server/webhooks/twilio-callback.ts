import 'server-only'
import { replyOf } from '../../reply-of'
import { statusOf } from '../channels/twilio-words'
import type { Callback } from './callback'

/** Letters of any script, as many as the sealed column holds. */
const LONGEST_TEXT = 1800

/** By what Twilio's own word for stop or start was taken by Twilio itself. */
const automatic: Record<string, 'opt-out' | 'opt-in'> = { STOP: 'opt-out', START: 'opt-in' }

/**
 * What Twilio says in the fields of its form, and by which key the same is known again; null: that is no callback of Twilio's.
 * A WhatsApp user who hides his number comes with `ExternalUserIdentifier`, or with it in `From` (`whatsapp:TR.1a2b`).
 */
export function callbackOf(what: Callback['what'], form: URLSearchParams): { key: string; callback: Callback } | null {
  const field = (name: string) => form.get(name)?.trim() || null
  const providerId = field('MessageSid') ?? field('SmsSid')
  if (!providerId || !/^[\w/-]{1,64}$/.test(providerId)) return null
  if (what === 'status') {
    const state = field('MessageStatus') ?? field('SmsStatus')
    if (!state || !/^[a-z_]{1,32}$/.test(state)) return null
    const code = Number(field('ErrorCode')) || null
    const key = [providerId, state, code].filter(Boolean).join(' ')
    return { key, callback: { what, providerId, status: statusOf(state, code) } }
  }
  const [from, to] = [addressOf(field('From')), addressOf(field('To'))]
  const userId = addressOf(field('ExternalUserIdentifier'))?.name ?? from?.userId ?? null
  if (!from || !to?.phone || !(from.phone || userId)) return null
  const text = cut(form.get('Body')?.trim() || field('ButtonText'))
  const optOut = automatic[field('OptOutType') ?? '']
  return {
    key: providerId,
    callback: {
      what,
      providerId,
      channel: from.isWhatsApp ? 'whatsapp' : 'sms',
      phone: from.phone,
      userId,
      to: to.phone,
      text,
      reply: optOut ?? replyOf(text, field('ButtonPayload')),
      answers: field('OriginalRepliedMessageSid'),
    },
  }
}

/** `whatsapp:+905320000101`, `whatsapp:TR.1a2b`, `+905320000101`, `TR.1a2b`. */
function addressOf(text: string | null) {
  if (!text || text.length > 200) return null
  const name = text.replace(/^whatsapp:/, '')
  const phone = /^\+[1-9]\d{6,14}$/.test(name) ? name : null
  const userId = /^[A-Z]{2}\.[\w.]{1,140}$/.test(name) ? name : null
  return phone || userId ? { name, phone, userId, isWhatsApp: text.startsWith('whatsapp:') } : null
}

const cut = (text: string | null) => text && Array.from(text).slice(0, LONGEST_TEXT).join('')
