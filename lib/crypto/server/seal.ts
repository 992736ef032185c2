import 'server-only'
import { formatEnvelope, type Place, placeBytes } from '../envelope'
import { encrypt } from './aes-gcm'
import type { DataKey } from './data-key'

/** The text as an envelope that opens only with this key and only at this place. */
export function seal(text: string, place: Place, key: DataKey): string {
  return formatEnvelope({ keyId: key.id, box: encrypt(Buffer.from(text), key.secret, placeBytes(key.id, place)) })
}
