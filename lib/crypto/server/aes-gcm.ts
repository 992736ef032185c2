import 'server-only'
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { CryptoError } from '../crypto-error'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const OPTIONS = { authTagLength: TAG_BYTES }

/**
 * AES-256-GCM to nonce ‖ ciphertext ‖ tag. The nonce is always fresh and random, there is no parameter for it: one nonce
 * used twice under one key gives both texts away. Random 96 bits are safe for 2³² texts under one key (NIST SP 800-38D,
 * 8.3), which no shop writes.
 */
export function encrypt(plain: Uint8Array, key: KeyObject, associated: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, OPTIONS).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws `tampered` when box, key or associated data are not those of `encrypt`. */
export function decrypt(box: Uint8Array, key: KeyObject, associated: Uint8Array): Uint8Array {
  const [nonce, tag] = [box.subarray(0, NONCE_BYTES), box.subarray(-TAG_BYTES)]
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, OPTIONS).setAAD(associated).setAuthTag(tag)
  const plain = decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    // Node says no more than that the tag does not match.
    throw new CryptoError('tampered')
  }
}
