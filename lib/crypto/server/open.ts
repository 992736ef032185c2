import 'server-only'
import { CryptoError } from '../crypto-error'
import { type Place, parseEnvelope, placeBytes } from '../envelope'
import { decrypt } from './aes-gcm'
import type { Keyring } from './data-key'
import { seal } from './seal'

export interface Opened {
  text: string
  /** The same text under the shop's current key, when it was sealed under an older one: store it, and rotation goes on. */
  restore?: string
}

/** Throws CryptoError: `not-an-envelope`, `unknown-key`, or `tampered` (also: right envelope, wrong place). */
export function open(envelope: string, place: Place, keyring: Keyring): Opened {
  const { keyId, box } = parseEnvelope(envelope)
  const key = keyring.find(keyId)
  if (!key) throw new CryptoError('unknown-key')
  const text = Buffer.from(decrypt(box, key.secret, placeBytes(keyId, place))).toString()
  return key.id === keyring.current.id ? { text } : { text, restore: seal(text, place, keyring.current) }
}
