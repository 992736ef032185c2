import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmailDriver } from '@supabase/lite'

/** An e-mail the embedded stack did not send but kept. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** The first link in it, or `null`. */
  link: string | null
  sentAt: string
}

const fileOf = (dataDir: string) => join(dataDir, 'mail', 'sent.jsonl')

// Enough for our own templates (supabase/local/mail), which are the only ones rendered here.
const plain = (html: string) =>
  html
    .replace(/<a href="([^"]+)"[^>]*>([^<]*)<\/a>/g, '$2: $1')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s*\n\s*/g, '\n')
    .trim()

/** Takes the place of a mail server: e-mails are printed and kept as JSON lines in `mail/sent.jsonl`. */
export function mailbox(dataDir: string, print: (text: string) => void): EmailDriver {
  return {
    async send({ to, subject, html = '' }) {
      const text = plain(html)
      const mail: Mail = {
        to,
        subject,
        text,
        link: /https?:\S+/.exec(text)?.[0] ?? null,
        sentAt: new Date().toISOString(),
      }
      await mkdir(join(dataDir, 'mail'), { recursive: true })
      await appendFile(fileOf(dataDir), `${JSON.stringify(mail)}\n`, { mode: 0o600 })
      print(`\nE-mail to ${to} (kept here, not sent)\n${subject}\n${text}\n`)
    },
  }
}

/** The e-mails kept for one address, oldest first. */
export async function mailTo(dataDir: string, address: string): Promise<Mail[]> {
  if (!existsSync(fileOf(dataDir))) return []
  const lines = (await readFile(fileOf(dataDir), 'utf8')).trim().split('\n')
  return lines.map(line => JSON.parse(line) as Mail).filter(mail => mail.to === address)
}
