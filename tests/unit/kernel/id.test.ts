import { expect, test } from 'vitest'
import { isId, newId } from '@/lib/kernel/id'

test('a new id is an id, and a thousand of them are a thousand', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(1000)
})

test('ids sort in the order in which they were made', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
})

test.each([
  '',
  'berber-mehmet',
  '0199F6D0-0000-7000-8000-000000000001',
  '0199f6d000007000800000000000000a',
  ' 0199f6d0-0000-7000-8000-000000000001',
])('%j is not an id', text => {
  expect(isId(text)).toBe(false)
})

test('an id that Postgres made (version 4) is an id', () => {
  expect(isId('3f0e9a52-7c64-4f0b-9d53-0c1b0f6a2e11')).toBe(true)
})
