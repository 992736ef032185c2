import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex } from '@/lib/crypto/server/blind-index'
import { AYSE, bytesFrom, INDEX_KEY, PHONE } from './keys'

test('a phone indexed years ago is still found', () => {
  // Computed with another library (Python cryptography HKDF and hmac): index key 20…3f.
  expect(blindIndex('+905321234567', PHONE, INDEX_KEY)).toBe('I6pYYf1oaWcKnRrNOFRYpg')
})

test('equal values are found, unequal ones are told apart', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(blindIndex(a, PHONE, INDEX_KEY) === blindIndex(b, PHONE, INDEX_KEY)).toBe(a === b)
    }),
  )
})

test.each([
  ['shop', { tenantId: AYSE }],
  ['table', { table: 'staff' }],
  ['column', { column: 'email' }],
  ['table and column torn elsewhere', { table: 'customer', column: 'sphone' }],
])('one phone in another %s has another index', (_, elsewhere) => {
  expect(blindIndex('+905321234567', { ...PHONE, ...elsewhere }, INDEX_KEY)).not.toBe(
    blindIndex('+905321234567', PHONE, INDEX_KEY),
  )
})

test('without the key, knowing the phone does not give the index', () => {
  const another = { ...INDEX_KEY, secret: createSecretKey(bytesFrom(0)) }
  expect(blindIndex('+905321234567', PHONE, another)).not.toBe(blindIndex('+905321234567', PHONE, INDEX_KEY))
})
