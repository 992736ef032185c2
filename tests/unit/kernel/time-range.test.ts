import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachOverlap, intersect, merge, subtract, type TimeRange } from '@/lib/kernel/time-range'

const range = (start: number, end: number): TimeRange => ({ start, end })

test('ranges that overlap, touch or hold one another become one', () => {
  expect(merge([range(9, 12), range(3, 5), range(5, 7), range(10, 11), range(11, 13)])).toEqual([
    range(3, 7),
    range(9, 13),
  ])
})

test('a lunch break cuts the working day in two', () => {
  expect(subtract([range(540, 1140)], [range(720, 780)])).toEqual([range(540, 720), range(780, 1140)])
})

test('a break at the edge shortens the day, a closure of all of it leaves nothing', () => {
  expect(subtract([range(540, 1140)], [range(500, 600), range(1100, 1140)])).toEqual([range(600, 1100)])
  expect(subtract([range(540, 1140)], [range(0, 1440)])).toEqual([])
})

test('an appointment that ends when the next begins leaves both whole', () => {
  expect(intersect([range(540, 600)], [range(600, 660)])).toEqual([])
})

test('what two people share is what both have', () => {
  expect(intersect([range(0, 10), range(20, 30)], [range(5, 25)])).toEqual([range(5, 10), range(20, 25)])
})

test('the pairs that share time are found in order, and touching is not sharing', () => {
  const [morning, afternoon] = [range(9, 12), range(13, 18)]
  const [early, long, late] = [range(8, 9), range(11, 14), range(17, 20)]
  const pairs: TimeRange[][] = []
  eachOverlap([morning, afternoon], [early, long, late], (one, other) => pairs.push([one, other]))
  expect(pairs).toEqual([
    [morning, long],
    [afternoon, long],
    [afternoon, late],
  ])
})

// The reference: the set of whole minutes, in the plainest way there is.
const minutes = (ranges: readonly TimeRange[]) =>
  new Set(ranges.flatMap(({ start, end }) => Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)))

const ranges = fc.array(fc.record({ start: fc.integer({ min: 0, max: 60 }), end: fc.integer({ min: 0, max: 60 }) }), {
  maxLength: 8,
})

test('every minute is where the sets say it is; the outcome is sorted and disjoint; the input is as it was', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const before = structuredClone([a, b])
      const [inA, inB] = [minutes(a), minutes(b)]
      const outcomes: [TimeRange[], number[]][] = [
        [merge([...a, ...b]), [...inA, ...inB]],
        [intersect(a, b), [...inA].filter(minute => inB.has(minute))],
        [subtract(a, b), [...inA].filter(minute => !inB.has(minute))],
      ]
      for (const [outcome, expected] of outcomes) {
        expect(minutes(outcome)).toEqual(new Set(expected))
        for (const [i, { start, end }] of outcome.entries()) {
          expect(start).toBeLessThan(end)
          if (i > 0) expect(outcome[i - 1]!.end).toBeLessThan(start)
        }
      }
      expect([a, b]).toEqual(before)
    }),
  )
})
