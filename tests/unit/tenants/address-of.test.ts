import { expect, test, vi } from 'vitest'
import { addressOf } from '@/lib/tenants/server/take-attempt'

vi.mock('@/lib/env/server', () => ({ env: {} }))

const addressFor = (forwarded: string) => addressOf(new Headers({ 'x-forwarded-for': forwarded }))

test('what the asker wrote himself does not count, only what the nearest proxy saw', () => {
  expect(addressFor('1.1.1.1, 203.0.113.7')).toBe('203.0.113.7')
})

test('one IPv6 household is one address, however it is written', () => {
  expect(addressFor('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(addressFor('2001:0DB8:1:2::ffff')).toBe('2001:db8:1:2')
  expect(addressFor('2001:db8::1')).toBe('2001:db8:0:0')
  expect(addressFor('::1')).toBe('0:0:0:0')
})

test('an IPv4 address in IPv6 clothes is the same address', () => {
  expect(addressFor('::ffff:203.0.113.7')).toBe('203.0.113.7')
})

test('no address is one address for all', () => {
  expect(addressOf(new Headers())).toBe('unknown')
})
