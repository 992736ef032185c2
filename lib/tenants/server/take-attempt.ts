import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { serviceRpc } from '@/lib/db/server/service-client'
import { env } from '@/lib/env/server'

/** At most so many attempts in a window. Counted in Postgres, so that it holds over any number of servers. */
const limits = {
  // Ten wrong guesses are many for an owner and nothing for a list of stolen passwords.
  'log-in of e-mail': { cap: 10, window: '15 minutes' },
  'log-in on known device': { cap: 10, window: '15 minutes' },
  // A shopping arcade or a mobile operator shows many shops under one address.
  'log-in from address': { cap: 50, window: '15 minutes' },
  'registration from address': { cap: 5, window: '1 hour' },
  'reset of e-mail': { cap: 3, window: '1 hour' },
  'reset from address': { cap: 20, window: '1 hour' },
  'password of user': { cap: 10, window: '15 minutes' },
  // Of customers, each counted for one shop. Whoever cannot decide tries a few times; many phones have one operator's address.
  'hold from address': { cap: 15, window: '10 minutes' },
  'booking from address': { cap: 8, window: '1 hour' },
  'booking by phone': { cap: 5, window: '1 day' },
  // More than two chairs can serve in a day: a flood, not a good day.
  'booking at shop': { cap: 60, window: '1 hour' },
  'act by link': { cap: 30, window: '1 hour' },
  // An accountant takes each file once, and some of them again; each is a whole period read.
  'books by link': { cap: 60, window: '1 hour' },
} as const

export type AttemptKind = keyof typeof limits

/**
 * Takes one attempt of this kind for an e-mail, a device, an address, a user or a link; false: the window's attempts are used up.
 * What is counted is kept as an HMAC under a key that the database does not have: it learns no e-mail and no address.
 */
export function takeAttempt(kind: AttemptKind, subject: string): Promise<boolean> {
  const { cap, window } = limits[kind]
  return serviceRpc<boolean>('take_attempt', { p_bucket: unnamed(kind, subject), p_cap: cap, p_window: window })
}

/** A subject as the database may keep it: by this it is known again, and not found out. */
export const unnamed = (kind: AttemptKind, subject: string): string =>
  createHmac('sha256', bucketKey())
    .update(JSON.stringify([kind, subject]))
    .digest('base64url')

const bucketKey = () => Buffer.from(hkdfSync('sha256', env.SUPABASE_SECRET_KEY, '', 'siftah attempts 1', 32))

/**
 * Where a request comes from: the address that the nearest proxy saw, which is the last one in `x-forwarded-for`; those
 * before it are written by whoever asks. Of an IPv6 address the first 64 bits, for one household has all the rest.
 */
export function addressOf(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
  const address = last.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(address)) return address
  const [before = '', after] = address.toLowerCase().split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const zeros = Array<string>(8 - head.length - tail.length).fill('0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
