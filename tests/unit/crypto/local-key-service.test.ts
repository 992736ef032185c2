import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CryptoError } from '@/lib/crypto/crypto-error'
import { rewrap } from '@/lib/crypto/server/key-service'
import { addMasterKey, localKeyService } from '@/lib/crypto/server/local-key-service'
import { keyServiceContract } from '../../contracts/key-service'
import { AYSE, bytesFrom, MEHMET } from './keys'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siftah-keys-'))
  path = join(folder, 'made', 'master.keys')
})

afterEach(() => rmSync(folder, { recursive: true }))

const start = () => localKeyService({ path, production: false })
const context = { tenantId: MEHMET }

keyServiceContract(async () => {
  const contractFolder = mkdtempSync(join(tmpdir(), 'siftah-keys-'))
  const service = await localKeyService({ path: join(contractFolder, 'master.keys'), production: false })
  rmSync(contractFolder, { recursive: true })
  return service
})

test('it does not start in production, and makes no file there', async () => {
  await expect(localKeyService({ path, production: true })).rejects.toThrow('development only')
  expect(readdirSync(folder)).toEqual([])
})

test('the first start makes a master key that only its owner can read; the next start uses it', async () => {
  const wrapped = await (await start()).wrap(bytesFrom(0), context)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(new Uint8Array(await (await start()).unwrap(wrapped, context))).toEqual(bytesFrom(0))
  expect(readdirSync(dirname(path))).toEqual(['master.keys'])
})

test('ten processes that start at once share one master key', async () => {
  const services = await Promise.all(Array.from({ length: 10 }, start))
  const wrapped = await services[0]!.wrap(bytesFrom(0), context)
  for (const service of services) {
    expect(new Uint8Array(await service.unwrap(wrapped, context))).toEqual(bytesFrom(0))
  }
  expect(readdirSync(dirname(path))).toEqual(['master.keys'])
})

test('a key wrapped years ago still unwraps', async () => {
  // Computed with another library (Python cryptography, AESGCM): master key 40…5f, nonce 64…6f, key 00…1f.
  await start()
  writeFileSync(path, '0199f6d0-0000-7000-8000-0000000000f1 QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8\n')
  const wrapped =
    'local.1.0199f6d0-0000-7000-8000-0000000000f1.ZGVmZ2hpamtsbW5v8X8EZ1GXwLXFa5mLVfWT6VxPntmFmavRBJjV915coiXXALSUctzsj4CBToefhaHP'
  const service = await start()
  expect(new Uint8Array(await service.unwrap(wrapped, context))).toEqual(bytesFrom(0))
  await expect(service.unwrap(wrapped, { tenantId: AYSE })).rejects.toThrow(new CryptoError('tampered'))
})

test('a file that others can read is refused by name, and so is each of the two kinds of others', async () => {
  await start()
  for (const mode of [0o640, 0o604]) {
    chmodSync(path, mode)
    await expect(start()).rejects.toThrow(`${path} can be read by others`)
  }
})

test.each([
  ['is empty', () => ''],
  ['is cut off', (file: string) => file.slice(0, 60)],
  ['has a line too many', (file: string) => `${file}\nhello\n`],
])('a file that %s is refused by name, not made anew', async (_, damage) => {
  await start()
  const damaged = damage(readFileSync(path, 'utf8'))
  writeFileSync(path, damaged)
  await expect(start()).rejects.toThrow(`${path} is damaged`)
  expect(readFileSync(path, 'utf8')).toBe(damaged)
})

test('after a new master key, older wrappings unwrap, new ones use it, and re-wrapping frees the old one', async () => {
  const old = await (await start()).wrap(bytesFrom(0), context)
  await addMasterKey(path)
  const service = await start()
  expect(new Uint8Array(await service.unwrap(old, context))).toEqual(bytesFrom(0))

  const renewed = await rewrap(old, context, service)
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'))
  const withoutOld = await start()
  expect(new Uint8Array(await withoutOld.unwrap(renewed, context))).toEqual(bytesFrom(0))
  await expect(withoutOld.unwrap(old, context)).rejects.toThrow(new CryptoError('unknown-key'))
})
