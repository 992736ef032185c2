import 'server-only'
import { CryptoError } from '@/lib/crypto/crypto-error'
import { blindIndex } from '@/lib/crypto/server/blind-index'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { seal } from '@/lib/crypto/server/seal'
import type { Rpc } from '@/lib/db/server/rpc'
import { type Id, newId } from '@/lib/kernel/id'
import { KeysOutOfReach } from '@/lib/tenants/server/keyring'
import { recipientHash } from '../secrets'
import { type Callback, type Inbound, openBox } from './callback'
import { countRefused } from './count-refused'

export interface CallbackWork {
  rpc: Rpc
  /** Throws KeysOutOfReach. */
  keyring(tenantId: Id): Promise<Keyring>
}

interface Claimed {
  provider: string
  key: string
  what: Callback['what']
  box: string
  attempts: number
}

interface Place {
  tenantId: Id
  messageId: Id | null
  customerId?: Id | null
}

const AT_ONCE = 50

/** He may answer before we have written down that our message went: so often he is looked for once more, within a minute or so. */
const LOOKS = 3

/** A day of asking for keys that nobody gives. */
const LAST_ATTEMPT = 30

/**
 * Does what providers have told us: what became of our messages, what customers answered (SPEC ME14, ME15). In the order in which it was told, each as often
 * as it takes, and never twice. Answers the shops in which something has changed. Throws DbError.
 */
export async function workCallbacks(on: CallbackWork): Promise<Set<Id>> {
  const changed = new Set<Id>()
  for (;;) {
    const claimed = await on.rpc<Claimed[]>('claim_callbacks', { p_limit: AT_ONCE })
    for (const one of claimed) {
      for (const shop of await workOne(one, on)) changed.add(shop)
    }
    if (claimed.length < AT_ONCE) return changed
  }
}

async function workOne(one: Claimed, on: CallbackWork): Promise<Id[]> {
  const end = () => on.rpc('end_callback', { p_provider: one.provider, p_key: one.key })
  const callback = opened(one)
  if (!callback) {
    await end()
    return []
  }
  if (callback.what === 'status') {
    const { providerId, status } = callback
    await on.rpc('hear_status', { p_provider: one.provider, p_provider_id: providerId, p_status: status })
    await end()
    return []
  }
  const hashes = [callback.phone, callback.userId].filter(address => address !== null).map(recipientHash)
  const { channel, answers, to, reply } = callback
  const places = await on.rpc<Place[]>('place_inbound', {
    p_sender: { provider: one.provider, channel, hashes, answers, to, reply },
  })
  if (!places[0]?.messageId && answers && one.attempts < LOOKS) return []
  if (places.length === 0) {
    // Nobody here ever wrote to him: there is no shop that could keep what he says.
    countRefused(on.rpc, one.provider, 'nobody')
    await end()
    return []
  }
  let isDone = true
  for (const place of places) {
    const keyring = await keyringOrNull(place.tenantId, on)
    if (keyring) {
      const inbound = inboundOf(callback, place, { provider: one.provider, hashes, keyring })
      await on.rpc('hear_inbound', { p_inbound: inbound })
    } else if (one.attempts < LAST_ATTEMPT) isDone = false
    else console.error(`a customer's answer to shop ${place.tenantId} could not be kept: its keys are out of reach`)
  }
  // Told again, it is news only to those who have not heard it.
  if (isDone) await end()
  return places.map(({ tenantId }) => tenantId)
}

function inboundOf(
  said: Inbound,
  { tenantId, messageId, customerId }: Place,
  { provider, hashes, keyring }: { provider: string; hashes: string[]; keyring: Keyring },
) {
  const id = newId()
  const sealed = (column: string, text: string) =>
    seal(text, { tenantId, table: 'inbound_messages', column, rowId: id }, keyring.current)
  const { channel, providerId, phone, userId, text, reply } = said
  return {
    ...{ id, tenantId, messageId, customerId, channel, provider, providerId, hashes, reply },
    phoneIndex: phone && blindIndex(phone, { tenantId, table: 'customers', column: 'phones' }, keyring.index),
    contact: sealed('contact', phone ?? userId!),
    text: text && sealed('text', text),
  }
}

/** A box from before the server's key was changed says nothing any more. */
function opened({ box, provider, key }: Claimed): Callback | null {
  try {
    return openBox(box, provider, key)
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    console.error(`a callback of ${provider} could not be read: ${error.code}`)
    return null
  }
}

async function keyringOrNull(tenantId: Id, on: CallbackWork): Promise<Keyring | null> {
  try {
    return await on.keyring(tenantId)
  } catch (error) {
    if (!(error instanceof KeysOutOfReach)) throw error
    console.error(`callbacks: ${error.message}`)
    return null
  }
}
