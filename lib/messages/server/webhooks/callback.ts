import 'server-only'
import { decrypt, encrypt } from '@/lib/crypto/server/aes-gcm'
import type { Answer } from '../../reply-of'
import type { Status } from '../channels/channel'
import { callbackKey } from '../secrets'

/** What became of a message, or what a customer wrote, as a provider called us about it. */
export type Callback = ({ what: 'status' } & ToldStatus) | ({ what: 'inbound' } & Inbound)

export interface ToldStatus {
  providerId: string
  status: Status
}

export interface Inbound {
  providerId: string
  channel: 'whatsapp' | 'sms'
  /** E.164; null: the provider does not tell it. */
  phone: string | null
  /** WhatsApp's own id of him; null: none was told. One of the two is always there. */
  userId: string | null
  /** E.164 of ours that he wrote to. */
  to: string
  text: string | null
  /** By what he tapped or typed; null: a person has to read it. */
  reply: Answer | null
  /** The provider's id of our message that he answers. */
  answers: string | null
}

/** Ties a box to what it was told as: it opens under no other name. */
const nameBytes = (provider: string, key: string) => Buffer.from(JSON.stringify(['callback', provider, key]))

/** As the database keeps it until it is worked: it cannot read it. */
export const boxOf = (callback: Callback, provider: string, key: string): string =>
  Buffer.from(encrypt(Buffer.from(JSON.stringify(callback)), callbackKey(), nameBytes(provider, key))).toString(
    'base64url',
  )

/** Throws CryptoError. */
export const openBox = (box: string, provider: string, key: string): Callback =>
  JSON.parse(
    Buffer.from(decrypt(Buffer.from(box, 'base64url'), callbackKey(), nameBytes(provider, key))).toString(),
  ) as Callback
