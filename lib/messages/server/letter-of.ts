import 'server-only'
import { CryptoError } from '@/lib/crypto/crypto-error'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { open } from '@/lib/crypto/server/open'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import type { ChannelName, Kind, Reason } from '../message'
import { bodyOf, pageOf, slotsOf, textOf } from '../render'
import { textMessageOf } from '../text-message'
import type { Letter } from './channels/channel'
import { linkTokenOf } from './secrets'

/** A message whose time has come, as `claim_messages` hands it out. */
export interface Claimed {
  id: Id
  tenantId: Id
  kind: Kind
  channel: ChannelName
  aboutAt: string
  customerId: Id | null
  appointmentId: Id | null
  /** Sealed, all three. */
  recipient: string | null
  link: string | null
  phones: string | null
  shop: { name: string; phone: string | null; zone: string; whatsAppSender: string | null }
  lapsesAt: string | null
  owed: Kurus | null
  lease: Id
  do: 'send' | 'ask' | 'not-sent' | 'next-channel' | 'wait'
  reason?: Reason
  until?: string
  /** How often it was begun, and asked for since. */
  attempts: number
  asks: number
  claimedAt: Instant
}

/** What is to be handed over, and the token of a page made for it; or why there is nothing. */
export function letterOf(
  it: Claimed,
  keyring: Keyring,
): { letter: Letter; madeToken: string | null } | { reason: Reason } {
  const to = addressOf(it, keyring)
  if (!to) return { reason: 'no-number' }
  const page = pageOf(it.kind)
  const given =
    it.link && opened(it.link, { tenantId: it.tenantId, table: 'messages', column: 'link', rowId: it.id }, keyring)
  const madeToken = page === 'r' && !given ? linkTokenOf(it.id) : null
  const path = given || (madeToken && `/r/${madeToken}`)
  if (page && !path) return { reason: 'gone' }
  const href = path ? env.APP_URL + path : null
  const facts = {
    kind: it.kind,
    shop: it.shop,
    aboutAt: toInstant(new Date(it.aboutAt)),
    lapsesAt: it.lapsesAt && toInstant(new Date(it.lapsesAt)),
    owed: it.owed,
  }
  const text =
    it.channel === 'sms' ? textMessageOf(facts) : it.channel === 'email' ? textOf(facts, href) : bodyOf(facts)
  if (text === null) return { reason: 'channel-off' }
  const letter = {
    messageId: it.id,
    kind: it.kind,
    to,
    sender: it.channel === 'whatsapp' ? it.shop.whatsAppSender : null,
    shop: it.shop.name,
    text,
    slots: slotsOf(facts),
    token: path?.split('/').at(-1) ?? null,
    href,
  }
  return { letter, madeToken }
}

/** A mobile number to write to: the customer's first, as it is the one to call. */
function addressOf({ tenantId, id, customerId, phones, recipient, channel }: Claimed, keyring: Keyring): string | null {
  if (recipient) return opened(recipient, { tenantId, table: 'messages', column: 'recipient', rowId: id }, keyring)
  if (!phones || !customerId || channel === 'email') return null
  const list = opened(phones, { tenantId, table: 'customers', column: 'phones', rowId: customerId }, keyring)
  const numbers: string[] = list ? JSON.parse(list) : []
  return numbers.find(takesMessages) ?? null
}

// Turkish landlines and 444 numbers take neither; of foreign numbers nobody here can tell.
const takesMessages = (e164: string) => /^\+(?!90)|^\+905/.test(e164)

/** What cannot be read must not stop the others: it is as if it were not there, and we hear of it. */
function opened(envelope: string, place: Parameters<typeof open>[1], keyring: Keyring): string | null {
  try {
    return open(envelope, place, keyring).text
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    console.error(`unreadable ${place.table}.${place.column} of row ${place.rowId}: ${error.code}`)
    return null
  }
}
