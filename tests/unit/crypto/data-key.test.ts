import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { CryptoError } from '@/lib/crypto/crypto-error'
import { newDataKey, openKeyring } from '@/lib/crypto/server/data-key'
import type { KeyService } from '@/lib/crypto/server/key-service'
import { open } from '@/lib/crypto/server/open'
import { seal } from '@/lib/crypto/server/seal'
import { newId } from '@/lib/kernel/id'
import { PHONE } from './keys'

/** A key service that remembers instead of wrapping, counts what it is asked, and can be out of reach. */
function countingService() {
  const vault = new Map<string, { key: Uint8Array; tenantId: string }>()
  const service = {
    name: 'aws-kms',
    unwraps: 0,
    isDown: false,
    async wrap(key, { tenantId }) {
      const wrapped = `aws-kms.1.test.${newId()}`
      vault.set(wrapped, { key, tenantId })
      return wrapped
    },
    async unwrap(wrapped, { tenantId }) {
      service.unwraps++
      if (service.isDown) throw new Error('out of reach')
      const held = vault.get(wrapped)
      if (held?.tenantId !== tenantId) throw new CryptoError('tampered')
      return held.key
    },
  } satisfies KeyService & Record<string, unknown>
  return service
}

const shop = async (service: KeyService, tenantId = newId()) => ({
  tenantId,
  seal: await newDataKey('seal', tenantId, service),
  index: await newDataKey('index', tenantId, service),
})

test('a new shop gets a key to seal and a key to index, and can use them', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const keyring = await openKeyring(mehmet.tenantId, [mehmet.index, mehmet.seal], service)
  expect(keyring.current.id).toBe(mehmet.seal.id)
  expect(keyring.index.id).toBe(mehmet.index.id)
  expect(open(seal('+905321234567', PHONE, keyring.current), PHONE, keyring).text).toBe('+905321234567')
})

test('a retired key opens and never seals', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const before = await openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)
  const retired = { ...mehmet.seal, retiredAt: '2026-11-22T11:30:00.000Z' }
  const next = await newDataKey('seal', mehmet.tenantId, service)

  const after = await openKeyring(mehmet.tenantId, [retired, next, mehmet.index], service)
  expect(after.current.id).toBe(next.id)
  const opened = open(seal('+905321234567', PHONE, before.current), PHONE, after)
  expect(opened.text).toBe('+905321234567')
  expect(opened.restore).toContain(next.id)
})

test('a key to index is never used to seal', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const keyring = await openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)
  expect(keyring.find(mehmet.index.id)).toBeUndefined()
})

test('a shop whose keys were destroyed has no keyring', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const retired = { ...mehmet.seal, retiredAt: '2026-11-22T11:30:00.000Z' }
  for (const rows of [[], [mehmet.seal], [mehmet.index], [retired, mehmet.index]]) {
    await expect(openKeyring(mehmet.tenantId, rows, service)).rejects.toThrow(new CryptoError('unknown-key'))
  }
})

test('the key service is asked once for a key, even by many at once', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const rows = [mehmet.seal, mehmet.index]
  await Promise.all(Array.from({ length: 5 }, () => openKeyring(mehmet.tenantId, rows, service)))
  await openKeyring(mehmet.tenantId, rows, service)
  expect(service.unwraps).toBe(2)
})

test('what is remembered for Berber Mehmet does not open for Kuaför Ayşe', async () => {
  const service = countingService()
  const [mehmet, ayse] = [await shop(service), await shop(service)]
  await openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)
  await expect(openKeyring(ayse.tenantId, [mehmet.seal, ayse.index], service)).rejects.toThrow(
    new CryptoError('tampered'),
  )
})

test('a key service that was out of reach is asked again', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  service.isDown = true
  await expect(openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)).rejects.toThrow('out of reach')
  service.isDown = false
  expect((await openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)).current.id).toBe(mehmet.seal.id)
})

test('memory is bounded: after a thousand other keys, the service is asked again', async () => {
  const service = countingService()
  const mehmet = await shop(service)
  const open = () => openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)
  await open()
  for (let i = 0; i < 500; i++) {
    const other = await shop(service)
    await openKeyring(other.tenantId, [other.seal, other.index], service)
  }
  const before = service.unwraps
  await open()
  expect(service.unwraps).toBe(before + 2)
})

test('a keyring that lands in a log shows no key', async () => {
  const secret = randomBytes(32)
  const service = { ...countingService(), unwrap: async () => secret }
  const mehmet = await shop(service)
  const keyring = await openKeyring(mehmet.tenantId, [mehmet.seal, mehmet.index], service)
  const logged = inspect(keyring, { depth: 9, showHidden: true }) + JSON.stringify(keyring)
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    expect(logged).not.toContain(secret.toString(encoding))
  }
  expect(logged).not.toContain([...secret.subarray(0, 4)].join(', '))
  expect(JSON.stringify(keyring.current.secret)).toBe('{}')
})
