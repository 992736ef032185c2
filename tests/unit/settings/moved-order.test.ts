import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedOrder } from '@/components/settings/services/moved-order'

const list = (...positions: number[]) => positions.map((position, i) => ({ id: `${i}`, position }))
const after = (before: { id: string; position: number }[], id: string, step: 1 | -1) => {
  const changed = new Map(movedOrder(before, id, step).map(one => [one.id, one]))
  return before.map(one => changed.get(one.id) ?? one).sort((a, b) => a.position - b.position)
}
const ids = (of: { id: string }[]) => of.map(one => one.id).join('')

test('a service moved down changes places with the next, and nothing else changes', () => {
  expect(movedOrder(list(0, 1, 2), '0', 1)).toEqual([
    { id: '1', position: 0 },
    { id: '0', position: 1 },
  ])
})

test('at the ends there is nowhere to go', () => {
  expect(movedOrder(list(0, 1), '0', -1)).toEqual([])
  expect(movedOrder(list(0, 1), '1', 1)).toEqual([])
  expect(movedOrder(list(0, 1), 'x', 1)).toEqual([])
})

test('whatever positions two phones have left, the move is seen and no two share a place', () => {
  const lists = fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 8 })
    .map(positions => list(...positions.sort((a, b) => a - b)))
  fc.assert(
    fc.property(lists, fc.nat(7), (before, n) => {
      const at = n % (before.length - 1)
      const wanted = before.map(one => one.id)
      wanted.splice(at, 2, wanted[at + 1]!, wanted[at]!)
      const moved = after(before, `${at}`, 1)
      expect(ids(moved)).toBe(wanted.join(''))
      expect(new Set(moved.map(one => one.position)).size).toBe(moved.length)
      expect(ids(after(moved, `${at}`, -1))).toBe(ids(before))
    }),
  )
})
