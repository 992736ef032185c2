import type { Id } from '@/lib/kernel/id'
import { CryptoError } from './crypto-error'

// The form of a sealed value: one line of text in the column where the plain one would stand.
//
//   s1.<key id>.<base64url(nonce ‖ ciphertext ‖ tag)>
//
// `s1` stands for the whole scheme: AES-256-GCM, nonce of 96 bits, tag of 128 bits, UTF-8 inside, `placeBytes` as
// associated data. Another algorithm is another version. The key id is the row of the shop's key in `tenant_keys`.
// The length of the text inside is not hidden.

/** The domain check of the sealed columns in SQL is this same expression. 38 characters hold an empty text. */
export const SEALED_PATTERN = /^s1\.[0-9a-f-]{36}\.[A-Za-z0-9_-]{38,}$/

export interface Column {
  tenantId: Id
  table: string
  column: string
}

/** Where a sealed value belongs. It opens nowhere else. */
export interface Place extends Column {
  rowId: Id
}

export interface Envelope {
  keyId: Id
  /** nonce ‖ ciphertext ‖ tag */
  box: Uint8Array
}

export function formatEnvelope({ keyId, box }: Envelope): string {
  return `s1.${keyId}.${Buffer.from(box).toString('base64url')}`
}

/** Throws `not-an-envelope`. */
export function parseEnvelope(text: string): Envelope {
  if (!SEALED_PATTERN.test(text)) throw new CryptoError('not-an-envelope')
  const [, keyId, base64url] = text.split('.') as [string, string, string]
  const envelope = { keyId, box: Buffer.from(base64url, 'base64url') }
  // base64 has spare bits at its end that decoding ignores; only one way of writing an envelope is one.
  if (formatEnvelope(envelope) !== text) throw new CryptoError('not-an-envelope')
  return envelope
}

/**
 * The associated data that ties a sealed value to its key and place. A JSON array of strings, for no two different lists
 * are written alike: quotes delimit, and quotes inside are escaped.
 */
export function placeBytes(keyId: Id, { tenantId, table, column, rowId }: Place): Uint8Array {
  return Buffer.from(JSON.stringify(['s1', keyId, tenantId, table, column, rowId]))
}
