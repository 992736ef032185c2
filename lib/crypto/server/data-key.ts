import 'server-only'
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { type Id, newId } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { CryptoError } from '../crypto-error'
import type { KeyService } from './key-service'

/** A row of `tenant_keys`. Deleting a shop's rows makes all that was sealed under them unreadable, backups included. */
export interface TenantKey {
  id: Id
  /** `seal` keys may be several, one of them not retired; there is one `index` key, for its hashes cannot be re-made by reading. */
  purpose: 'seal' | 'index'
  wrapped: string
  retiredAt: Instant | null
}

// A KeyObject and not the bytes: it prints, logs and serialises as nothing.

/** Seals and opens the personal fields of one shop. */
export interface DataKey {
  purpose: 'seal'
  id: Id
  secret: KeyObject
}

/** Makes the blind indexes of one shop. */
export interface IndexKey {
  purpose: 'index'
  id: Id
  secret: KeyObject
}

/** The keys of one shop, unwrapped. */
export interface Keyring {
  current: DataKey
  /** Any key of the shop, retired ones too. */
  find(keyId: Id): DataKey | undefined
  index: IndexKey
}

/** A new key of a shop, as the row to insert; the key itself is not kept. */
export async function newDataKey(purpose: TenantKey['purpose'], tenantId: Id, service: KeyService): Promise<TenantKey> {
  return { id: newId(), purpose, wrapped: await service.wrap(randomBytes(32), { tenantId }), retiredAt: null }
}

/**
 * The keyring from all key rows of one shop. Throws CryptoError `unknown-key` when the shop has no current key or no index
 * key (never made, or shredded), and whatever the service throws.
 */
export async function openKeyring(tenantId: Id, rows: readonly TenantKey[], service: KeyService): Promise<Keyring> {
  const unwrapAll = <P extends TenantKey['purpose']>(purpose: P) =>
    Promise.all(
      rows
        .filter(row => row.purpose === purpose)
        .map(async ({ id, wrapped, retiredAt }) => ({
          purpose,
          id,
          secret: await unwrapOnce(wrapped, tenantId, service),
          retiredAt,
        })),
    )
  const [dataKeys, indexKeys] = await Promise.all([unwrapAll('seal'), unwrapAll('index')])

  const current = dataKeys.find(key => key.retiredAt === null)
  const index = indexKeys.find(key => key.retiredAt === null)
  if (!current || !index) throw new CryptoError('unknown-key')
  return { current, find: keyId => dataKeys.find(key => key.id === keyId), index }
}

// A key service is a network call away and paid by the call. The most recently used keys stay, in memory alone.
const CAPACITY = 1000
const unwrapped = new Map<string, Promise<KeyObject>>()

function unwrapOnce(wrapped: string, tenantId: Id, service: KeyService): Promise<KeyObject> {
  // The shop is in the name: what was unwrapped for one must not answer for another.
  const name = `${tenantId} ${wrapped}`
  const secret = unwrapped.get(name) ?? service.unwrap(wrapped, { tenantId }).then(key => createSecretKey(key))
  unwrapped.delete(name)
  unwrapped.set(name, secret)
  if (unwrapped.size > CAPACITY) unwrapped.delete(unwrapped.keys().next().value!)
  // A service that was out of reach is asked again.
  secret.catch(() => unwrapped.delete(name))
  return secret
}
