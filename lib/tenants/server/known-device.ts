import 'server-only'
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '@/lib/env/server'

// The device cookie of OWASP's Authentication Cheat Sheet and "Slow Down Online Guessing Attacks with Device Cookies".

const COOKIE = 'known-device'
/** As long as browsers keep any cookie. */
const MAX_AGE_S = 400 * 24 * 60 * 60

/**
 * A name for this browser if whoever has this e-mail has logged in with it before; null: it may be anybody's. Its own wrong tries are counted
 * apart, so that a stranger who uses up the e-mail's tries does not lock its owner out of the phone he has always used.
 */
export async function knownDevice(email: string): Promise<string | null> {
  const jar = await cookies()
  const value = jar.getAll().find(({ name }) => name === COOKIE)?.value
  const [nonce = '', mac = ''] = value?.split('.') ?? []
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(email, nonce))]
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null
}

/** Knows this browser from now on, until it is cleared or somebody else logs in with it. The cookie names nobody. */
export async function rememberDevice(email: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64url')
  const jar = await cookies()
  jar.set(COOKIE, `${nonce}.${macOf(email, nonce)}`, {
    path: '/giris', // nothing else has to carry it
    httpOnly: true,
    sameSite: 'lax',
    secure: env.APP_URL.startsWith('https:'),
    maxAge: MAX_AGE_S,
  })
}

const macOf = (email: string, nonce: string) =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', env.SUPABASE_SECRET_KEY, '', 'siftah devices 1', 32)))
    .update(JSON.stringify([email, nonce]))
    .digest('base64url')
