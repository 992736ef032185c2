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

/** A button that was pressed on the page that looks like the customer's phone. */
export interface Pressed {
  /** Of the message that it stands below. */
  id: string
  title: string
  at: Instant
}

const fileOf = (dataDir: string, name: 'landed' | 'pressed') => join(dataDir, 'inbox', `${name}.jsonl`)

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

export const press = (dataDir: string, pressed: Pressed): Promise<void> => add(fileOf(dataDir, 'pressed'), pressed)

export const pressedIn = (dataDir: string): Promise<Pressed[]> => linesOf(fileOf(dataDir, 'pressed'))
