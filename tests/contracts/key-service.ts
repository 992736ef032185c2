import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { CryptoError } from '@/lib/crypto/crypto-error'
import { type KeyService, rewrap } from '@/lib/crypto/server/key-service'

const MEHMET = { tenantId: '0199f6d0-0000-7000-8000-00000000000a' }
const AYSE = { tenantId: '0199f6d0-0000-7000-8000-00000000000b' }

/** Registers what every key service promises, whether its master keys are in a file or at Amazon. */
export function keyServiceContract(create: () => Promise<KeyService>): void {
  describe('as a key service', () => {
    let service: KeyService
    const key = new Uint8Array(randomBytes(32))

    beforeAll(async () => {
      service = await create()
    })

    const unwrap = async (wrapped: string, context = MEHMET) => new Uint8Array(await service.unwrap(wrapped, context))

    test('a wrapped key unwraps to the same bytes', async () => {
      expect(await unwrap(await service.wrap(key, MEHMET))).toEqual(key)
    })

    test('a wrapped key names its service, version and master key, and does not show the key', async () => {
      const wrapped = await service.wrap(key, MEHMET)
      const [name, version, masterKeyId] = wrapped.split('.')
      expect(name).toBe(service.name)
      expect(version).toMatch(/^\d+$/)
      expect(masterKeyId).not.toBe('')
      expect(wrapped).not.toContain(Buffer.from(key).toString('base64url'))
    })

    test('the same key wrapped twice looks different', async () => {
      expect(await service.wrap(key, MEHMET)).not.toBe(await service.wrap(key, MEHMET))
    })

    test("Berber Mehmet's key does not unwrap for Kuaför Ayşe", async () => {
      const wrapped = await service.wrap(key, MEHMET)
      await expect(unwrap(wrapped, AYSE)).rejects.toThrow(new CryptoError('tampered'))
    })

    test.each([0, 1, 2, 3])('a wrapped key changed in its part %d is refused', async part => {
      const parts = (await service.wrap(key, MEHMET)).split('.')
      const changed = parts.with(part, anotherFirstLetter(parts[part]!)).join('.')
      await expect(unwrap(changed)).rejects.toThrow(CryptoError)
    })

    test.each(['', 'local', 's1.x.y', 'local.2.x.y', '....'])('%j is not a wrapped key', async text => {
      await expect(unwrap(text)).rejects.toThrow(new CryptoError('not-an-envelope'))
    })

    test('a re-wrapped key is wrapped anew and is the same key', async () => {
      const wrapped = await service.wrap(key, MEHMET)
      const again = await rewrap(wrapped, MEHMET, service)
      expect(again).not.toBe(wrapped)
      expect(await unwrap(again)).toEqual(key)
    })

    test('nothing is re-wrapped for the wrong shop', async () => {
      const wrapped = await service.wrap(key, MEHMET)
      await expect(rewrap(wrapped, AYSE, service)).rejects.toThrow(new CryptoError('tampered'))
    })
  })
}

function anotherFirstLetter(text: string): string {
  return (text.startsWith('0') ? '1' : '0') + text.slice(1)
}
