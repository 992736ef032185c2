import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterBreak, asTyped, readRanges } from '@/components/settings/hours/typed-ranges'
import type { Ranges } from '@/lib/appointments/appointment'
import { ranges } from '@/lib/appointments/commands/set-hours'

const typed = (...hours: [string, string][]) => hours.map(([from, to], i) => ({ key: String(i), from, to }))

test('hours are read in the order of the clock, however they were typed', () => {
  expect(readRanges(typed(['14:00', '19:00'], ['09:00', '13:00']))).toEqual({
    ok: true,
    value: [
      [540, 780],
      [840, 1140],
    ],
  })
})

test('no hours are a closed day, and two openings that touch are one', () => {
  expect(readRanges([])).toEqual({ ok: true, value: [] })
  expect(readRanges(typed(['09:00', '13:00'], ['13:00', '19:00']))).toEqual({ ok: true, value: [[540, 1140]] })
})

test('a closing time of 00:00 is midnight', () => {
  expect(readRanges(typed(['18:00', '00:00']))).toEqual({ ok: true, value: [[1080, 1440]] })
})

test.each([
  ['an end before the start', 'backwards', typed(['19:00', '09:00'])],
  ['hours over midnight', 'backwards', typed(['20:00', '02:00'])],
  ['no time at all', 'backwards', typed(['09:00', '09:00'])],
  ['two at once', 'overlap', typed(['09:00', '13:00'], ['12:00', '19:00'])],
  ['one inside the other', 'overlap', typed(['09:00', '19:00'], ['12:00', '13:00'])],
  ['half a pair', 'empty', typed(['09:00', ''])],
] as const)('%s is refused by name', (_, error, hours) => {
  expect(readRanges(hours)).toEqual({ ok: false, error })
})

test('whatever is accepted the command takes, and what stands in the fields is what was saved', () => {
  const minute = fc
    .integer({ min: 0, max: 1439 })
    .map(m => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
  let accepted = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 6 }), hours => {
      const read = readRanges(typed(...hours))
      if (!read.ok) return
      accepted += hours.length
      expect(ranges.safeParse(read.value).success).toBe(true)
      expect(readRanges(asTyped(read.value))).toEqual(read)
    }),
  )
  expect(accepted).toBeGreaterThan(0)
})

test.each(['19:00', '23:30', '00:00'])('the hours offered after a break from %s on are hours', closing => {
  const offered: Ranges = afterBreak(closing)
  expect(ranges.safeParse(offered).success).toBe(true)
})
