import 'server-only'
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'

const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', env.SUPABASE_SECRET_KEY, '', purpose, 32))

/**
 * The token of the page that a message leads to. It follows from the message, so that a message sent once more says the same, and nothing that opens a
 * visit has to be kept. To whoever does not have the server's key it is 256 random bits.
 */
export const linkTokenOf = (messageId: Id): string =>
  createHmac('sha256', keyFor('siftah message links 1')).update(messageId).digest('base64url')

/** By what a reply finds the message that it answers: a number or address under a key that the database does not have. */
export const recipientHash = (address: string): string =>
  createHmac('sha256', keyFor('siftah message recipients 1')).update(address).digest('base64url')

/** What a provider tells us lies in boxes under this key, until it is worked. */
export const callbackKey = (): KeyObject => createSecretKey(keyFor('siftah callbacks 1'))

/** By which the inbox of the built-in stack signs what comes back, as a provider does by its own token. */
export const inboxToken = (): string => keyFor('siftah inbox 1').toString('hex')
