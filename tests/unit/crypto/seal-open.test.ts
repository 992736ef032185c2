import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CryptoError } from '@/lib/crypto/crypto-error'
import { formatEnvelope, parseEnvelope, SEALED_PATTERN } from '@/lib/crypto/envelope'
import { open } from '@/lib/crypto/server/open'
import { seal } from '@/lib/crypto/server/seal'
import { AYSE, bytesFrom, KEY, keyring, OLDER_KEY, PHONE } from './keys'

const ring = keyring(KEY, OLDER_KEY)

describe('the form', () => {
  // Computed with another library (Python cryptography, AESGCM) from the description in envelope.ts: key 00…1f, nonce 64…6f.
  test.each([
    ['+905321234567', 'ZGVmZ2hpamtsbW5vYyLuU0rbZ6wNVmre7dUuKpZZmYpihGRU5ieIok4'],
    ['', 'ZGVmZ2hpamtsbW5vrIjYQVbjcTA_pwEIgDkZ9Q'],
    ['Ayşe ıİğ 💇', 'ZGVmZ2hpamtsbW5vCWIb-RzJki_60pt3-pX1b8VuEQoA_d8y74DmhMoWk5Gf'],
  ])('%j sealed years ago still opens', (text, box) => {
    expect(open(`s1.${KEY.id}.${box}`, PHONE, ring)).toEqual({ text })
  })

  test('what is sealed today opens by the description alone, with WebCrypto', async () => {
    const [version, keyId, box] = seal('+905321234567', PHONE, KEY).split('.') as [string, string, string]
    const bytes = Buffer.from(box, 'base64url')
    const plain = await webcrypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: bytes.subarray(0, 12),
        additionalData: Buffer.from(
          `["${version}","${keyId}","${PHONE.tenantId}","customers","phone","${PHONE.rowId}"]`,
        ),
      },
      await webcrypto.subtle.importKey('raw', bytesFrom(0), 'AES-GCM', false, ['decrypt']),
      bytes.subarray(12),
    )
    expect(Buffer.from(plain).toString()).toBe('+905321234567')
  })

  test('whatever is sealed opens as it was, and the database would take it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => {
        const envelope = seal(text, PHONE, KEY)
        expect(envelope).toMatch(SEALED_PATTERN)
        expect(open(envelope, PHONE, ring)).toEqual({ text })
      }),
    )
  })

  test('two customers with one phone, or one sealed twice, look different', () => {
    const sealed = Array.from({ length: 500 }, () => seal('+905321234567', PHONE, KEY))
    expect(new Set(sealed.map(envelope => envelope.split('.')[2]!.slice(0, 16))).size).toBe(500)
  })

  test.each([
    '',
    '+905321234567',
    's1..',
    `s1.${KEY.id}.AAAA`,
    `s1.${KEY.id.toUpperCase()}.${'A'.repeat(38)}`,
    `s1.${KEY.id}.${'A'.repeat(38)}\n`,
    `s1.${KEY.id}.${'A'.repeat(38)}=`,
  ])('%j is not an envelope', text => {
    expect(() => open(text, PHONE, ring)).toThrow(new CryptoError('not-an-envelope'))
  })

  test('an envelope can be written in one way only', () => {
    // 28 bytes leave four spare bits in the last letter: Q and R decode alike.
    const envelope = `s1.${KEY.id}.ZGVmZ2hpamtsbW5vrIjYQVbjcTA_pwEIgDkZ9Q`
    expect(() => open(envelope.replace(/Q$/, 'R'), PHONE, ring)).toThrow(new CryptoError('not-an-envelope'))
  })
})

describe('an envelope that was tampered with', () => {
  const envelope = seal('+905321234567', PHONE, KEY)

  const flip = (index: number) => {
    const box = Uint8Array.from(parseEnvelope(envelope).box)
    box[index < 0 ? box.length + index : index]! ^= 1
    return formatEnvelope({ keyId: KEY.id, box })
  }

  test('opens when nothing is changed', () => {
    expect(open(envelope, PHONE, ring).text).toBe('+905321234567')
  })

  test.each([
    ['version', envelope.replace('s1.', 's2.'), 'not-an-envelope'],
    ['key id, to a key that is not here', envelope.replace(KEY.id, PHONE.rowId), 'unknown-key'],
    ['key id, to another key of the shop', envelope.replace(KEY.id, OLDER_KEY.id), 'tampered'],
    ['nonce', flip(0), 'tampered'],
    ['ciphertext', flip(12), 'tampered'],
    ['tag', flip(-1), 'tampered'],
    ['length', formatEnvelope({ keyId: KEY.id, box: parseEnvelope(envelope).box.subarray(0, -1) }), 'tampered'],
  ] as const)('in its %s is refused', (_, changed, code) => {
    expect(() => open(changed, PHONE, ring)).toThrow(new CryptoError(code))
  })

  test('in any single byte is refused', () => {
    for (let i = 0; i < parseEnvelope(envelope).box.length; i++) {
      expect(() => open(flip(i), PHONE, ring)).toThrow(new CryptoError('tampered'))
    }
  })

  test.each([
    ['shop', { tenantId: AYSE }],
    ['table', { table: 'staff' }],
    ['column', { column: 'notes' }],
    ['row', { rowId: '0199f6d0-0000-7000-8000-000000000c02' }],
  ])('by moving it to another %s is refused', (_, elsewhere) => {
    expect(() => open(envelope, { ...PHONE, ...elsewhere }, ring)).toThrow(new CryptoError('tampered'))
  })

  test('by moving a letter from the table to the column is refused', () => {
    const torn = { ...PHONE, table: 'customer', column: 'sphone' }
    const quoted = { ...PHONE, table: 'customers","phone', column: '' }
    expect(() => open(envelope, torn, ring)).toThrow(new CryptoError('tampered'))
    expect(() => open(envelope, quoted, ring)).toThrow(new CryptoError('tampered'))
  })
})

describe('rotation', () => {
  test('what an older key sealed comes back sealed under the current one', () => {
    const { text, restore } = open(seal('+905321234567', PHONE, OLDER_KEY), PHONE, ring)
    expect(text).toBe('+905321234567')
    expect(restore).toContain(KEY.id)
    expect(open(restore!, PHONE, keyring(KEY))).toEqual({ text })
  })

  test('what a deleted key sealed is gone', () => {
    const envelope = seal('+905321234567', PHONE, OLDER_KEY)
    expect(() => open(envelope, PHONE, keyring(KEY))).toThrow(new CryptoError('unknown-key'))
  })
})

test('a refusal says nothing of what was inside', () => {
  const error = new CryptoError('tampered')
  expect(error).toBeInstanceOf(Error)
  expect([error.code, error.message, error.cause]).toEqual(['tampered', 'tampered', undefined])
})
