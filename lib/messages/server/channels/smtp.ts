import 'server-only'
import type { Transporter } from 'nodemailer'
import type { Kind } from '../../message'
import { everyTemplate, nameOf } from '../../templates/every-template'
import type { Channel, Handed } from './channel'

export interface MailAccount {
  /** `smtps://user:password@host:465` */
  url: string
  /** `Siftah <posta@siftah.example>` */
  from: string
}

const TIMEOUT_MS = 20_000

const subjects: Partial<Record<Kind, string>> = { 'accountant-link': 'Gelir ve gider dökümü' }

/** E-mail by SMTP. A mail that is sent twice carries one id, by which most mailboxes keep it once. */
export function emailBySmtp({ url, from }: MailAccount): Channel {
  let transport: Promise<Transporter> | undefined
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport(url, { from, connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS } as object)
  }
  return {
    provider: 'smtp',
    async send({ messageId, to, text, shop, kind }) {
      transport ??= open()
      const id = `${messageId}@${new URL(url).hostname}`
      try {
        await (await transport).sendMail({
          messageId: `<${id}>`,
          to,
          subject: `${shop.replace(/\s+/g, ' ')}: ${subjects[kind] ?? 'Haber'}`,
          text,
          headers: { 'X-Template': nameOf(everyTemplate[kind]) },
        })
        return { outcome: 'sent', providerId: id }
      } catch (error) {
        return refusalOf(error as MailError)
      }
    },
    find: async () => null,
    look: async () => null,
  }
}

interface MailError {
  responseCode?: number
  code?: string
  command?: string
  /** What the line was doing when it failed. */
  syscall?: string
}

/** A server's refusal is its word; a line that broke after it was open leaves open what became of the mail. */
function refusalOf({ responseCode, code, command, syscall }: MailError): Handed {
  if (code === 'EAUTH') return { outcome: 'next-channel', reason: 'set-up', code: String(responseCode ?? code) }
  if (responseCode && responseCode >= 500) {
    return command === 'RCPT TO'
      ? { outcome: 'next-channel', reason: 'unreachable' }
      : { outcome: 'next-channel', reason: 'set-up', code: String(responseCode) }
  }
  if (responseCode || syscall === 'connect' || code === 'EDNS') return { outcome: 'retry' }
  return { outcome: 'unknown' }
}
