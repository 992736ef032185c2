import 'server-only'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Instant } from '@/lib/kernel/zone'
import type { Reply } from '../templates/template'

// What the built-in stack does not send, kept as JSON lines in its own folder: texts and numbers stand there in clear, as on the phones they would go to.

export interface Landed {
  /** The provider's id. */
  id: string
  channel: 'whatsapp' | 'sms' | 'email'
  to: string
  shop: string
  text: string
  buttons: { title: string; reply: Reply | null; href: string | null }[]
  at: Instant
}

/** What was answered on the page that looks like the customer's phone: the words of a button, or what was typed. */
export interface Answered {
  /** From whose phone. */
  from: string
  text: string
  at: Instant
}

const fileOf = (dataDir: string, name: 'landed' | 'answered') => join(dataDir, 'inbox', `${name}.jsonl`)

async function add(file: string, line: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
}

async function linesOf<Line>(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)
}

export const land = (dataDir: string, landed: Landed): Promise<void> => add(fileOf(dataDir, 'landed'), landed)

/** Everything that has landed, oldest first. */
export const landedIn = (dataDir: string): Promise<Landed[]> => linesOf(fileOf(dataDir, 'landed'))

export const answer = (dataDir: string, answered: Answered): Promise<void> => add(fileOf(dataDir, 'answered'), answered)

export const answeredIn = (dataDir: string): Promise<Answered[]> => linesOf(fileOf(dataDir, 'answered'))
