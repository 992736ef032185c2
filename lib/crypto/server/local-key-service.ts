import 'server-only'
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, link, mkdir, open, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Id, newId } from '@/lib/kernel/id'
import { CryptoError } from '../crypto-error'
import { decrypt, encrypt } from './aes-gcm'
import type { KeyContext, KeyService } from './key-service'

interface MasterKey {
  id: Id
  secret: KeyObject
}

// One master key a line, the newest last: `<id> <base64url(32 bytes)>`.
const MASTER_KEY = /^([0-9a-f-]{36}) ([A-Za-z0-9_-]{43})$/
// 80 characters are nonce, 32 bytes and tag, with no spare bits.
const WRAPPED = /^local\.1\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{80})$/

/**
 * Master keys in a file of the owner's alone (0600), made when it is missing. For development: whoever has the disk has
 * the keys and the data.
 * Throws in production, and when others can read the file or it is damaged; the message names the file.
 */
export async function localKeyService(options: { path: string; production: boolean }): Promise<KeyService> {
  if (options.production) {
    throw new Error('The local key service is for development only: set up aws-kms or supabase-vault for production.')
  }
  const masterKeys = await readMasterKeys(options.path)
  const newest = masterKeys.at(-1)!

  return {
    name: 'local',
    async wrap(key, context) {
      const box = encrypt(key, newest.secret, contextBytes(newest.id, context))
      return `local.1.${newest.id}.${Buffer.from(box).toString('base64url')}`
    },
    async unwrap(wrapped, context) {
      const [, id, base64url] = WRAPPED.exec(wrapped) ?? []
      if (!id || !base64url) throw new CryptoError('not-an-envelope')
      const masterKey = masterKeys.find(key => key.id === id)
      if (!masterKey) throw new CryptoError('unknown-key')
      return decrypt(Buffer.from(base64url, 'base64url'), masterKey.secret, contextBytes(id, context))
    },
  }
}

/** Adds a master key to the file; services made from now on wrap under it. Then `rewrap` each shop's keys. */
export async function addMasterKey(path: string): Promise<void> {
  await appendFile(path, newMasterKey())
}

async function readMasterKeys(path: string): Promise<MasterKey[]> {
  if (!existsSync(path)) await create(path)
  const file = await open(path)
  try {
    // Windows has no such bits and shows every file as readable by all.
    if (process.platform !== 'win32' && (await file.stat()).mode & 0o077) {
      throw new Error(`The master key file ${path} can be read by others: run chmod 600 on it.`)
    }
    const lines = (await file.readFile('utf8')).trimEnd().split('\n')
    return lines.map(line => {
      const [, id, base64url] = MASTER_KEY.exec(line) ?? []
      if (!id || !base64url) {
        throw new Error(
          `The master key file ${path} is damaged: restore it. Without it the sealed data cannot be read.`,
        )
      }
      return { id, secret: createSecretKey(base64url, 'base64url') }
    })
  } finally {
    await file.close()
  }
}

async function create(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${newId()}`
  await writeFile(draft, newMasterKey(), { flag: 'wx', mode: 0o600 })
  try {
    // A link appears whole and only where nothing is: of two processes that start at once, one makes the key for both.
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
}

function newMasterKey(): string {
  return `${newId()} ${randomBytes(32).toString('base64url')}\n`
}

function contextBytes(masterKeyId: Id, { tenantId }: KeyContext): Uint8Array {
  return Buffer.from(JSON.stringify(['local', '1', masterKeyId, tenantId]))
}
