import 'server-only'
import type { Env } from '@/lib/env/parse'
import { env } from '@/lib/env/server'
import type { Channel, Channels } from './channels/channel'
import { inboxChannel } from './channels/inbox'
import { smsByNetgsm } from './channels/netgsm'
import { emailBySmtp } from './channels/smtp'
import { smsByTwilio, type TwilioAccount, whatsAppByTwilio } from './channels/twilio'

type Name = 'whatsapp' | 'sms' | 'email'

let channels: Channels | undefined

/** The channels that this Siftah has: those whose accounts the environment names, and on the built-in stack an inbox for each of the others. */
export function channelsOfEnv(): Channels {
  channels ??= new Map([...inboxes(env), ...accounts(env)])
  return channels
}

/** Where the built-in stack keeps what it does not send; null: there is no built-in stack, and no inbox. */
export const inboxFolder = (): string | null => (env.SIFTAH_EMBEDDED && env.SIFTAH_DATA_DIR) || null

function inboxes({ SIFTAH_EMBEDDED, SIFTAH_DATA_DIR }: Env): [Name, Channel][] {
  if (!SIFTAH_EMBEDDED || !SIFTAH_DATA_DIR) return []
  return (['whatsapp', 'sms', 'email'] as const).map(name => [name, inboxChannel(name, SIFTAH_DATA_DIR)])
}

function accounts(env: Env): [Name, Channel][] {
  const found: [Name, Channel][] = []
  if (env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN) {
    const account: TwilioAccount = {
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN,
      whatsAppSender: env.TWILIO_WHATSAPP_SENDER,
      smsSender: env.TWILIO_SMS_SENDER,
      apiUrl: env.TWILIO_API_URL,
      callbackUrl: `${env.APP_URL}/api/webhooks/twilio/status`,
    }
    if (env.TWILIO_WHATSAPP_SENDER) found.push(['whatsapp', whatsAppByTwilio(account)])
    if (env.TWILIO_SMS_SENDER) found.push(['sms', smsByTwilio(account)])
  }
  // A domestic provider goes first: links of international senders are blocked, and the number stays in the country.
  if (env.NETGSM_USER && env.NETGSM_PASSWORD && env.NETGSM_SENDER)
    found.push([
      'sms',
      smsByNetgsm({ user: env.NETGSM_USER, password: env.NETGSM_PASSWORD, sender: env.NETGSM_SENDER }),
    ])
  if (env.SMTP_URL && env.SMTP_FROM) found.push(['email', emailBySmtp({ url: env.SMTP_URL, from: env.SMTP_FROM })])
  return found
}
