import { expect, test } from 'vitest'
import { readTimeOff, timeOffWords } from '@/components/settings/hours/time-off-words'
import { addTimeOff } from '@/lib/appointments/commands/add-time-off'
import { newId } from '@/lib/kernel/id'

const zone = 'Europe/Istanbul'
const now = '2026-11-24T09:00:00.000Z' // noon on the wall, a Tuesday
const days = (first: string, last: string) => ({ kind: 'days', first, last, from: '', to: '' }) as const
const hours = (first: string, from: string, to: string) => ({ kind: 'hours', first, last: first, from, to }) as const
const words = (typed: Parameters<typeof readTimeOff>[0]) => {
  const read = readTimeOff(typed, zone, now)
  return read.ok ? timeOffWords(read.value, zone) : read.error
}

test.each([
  [days('2026-11-24', '2026-11-24'), '24 Kasım Salı'],
  [days('2026-11-28', '2026-12-01'), '28 Kasım Cumartesi – 1 Aralık Salı'],
  [hours('2026-11-24', '14:00', '16:30'), '24 Kasım Salı 14:00–16:30'],
  [hours('2026-11-25', '18:00', '00:00'), '25 Kasım Çarşamba 18:00–24:00'],
])('time off is said as it was meant: %#', (typed, said) => {
  expect(words(typed)).toBe(said)
})

test.each([
  ['no-day', days('', '2026-12-01')],
  ['no-day', days('2026-12-01', '')],
  ['no-day', days('20261-12-01', '2026-12-02')],
  ['no-time', hours('2026-12-01', '14:00', '')],
  ['backwards', days('2026-12-02', '2026-12-01')],
  ['backwards', hours('2026-12-01', '16:00', '14:00')],
  ['backwards', hours('2026-12-01', '14:00', '14:00')],
  ['past', days('2026-11-23', '2026-11-23')],
  ['past', hours('2026-11-24', '09:00', '12:00')],
  ['too-long', days('2026-12-01', '2028-12-01')],
] as const)('is refused as %s: %#', (error, typed) => {
  expect(words(typed)).toBe(error)
})

test('the whole of a day is off, in the shop’s zone and on days that are shorter too', () => {
  const read = readTimeOff(days('2026-11-25', '2026-11-25'), zone, now)
  expect(read).toEqual({
    ok: true,
    value: { startsAt: '2026-11-24T21:00:00.000Z', endsAt: '2026-11-25T21:00:00.000Z' },
  })
  const short = readTimeOff(days('2027-03-28', '2027-03-28'), 'Europe/Berlin', now)
  expect(short).toEqual({
    ok: true,
    value: { startsAt: '2027-03-27T23:00:00.000Z', endsAt: '2027-03-28T22:00:00.000Z' },
  })
})

test('the longest that is accepted the command takes', () => {
  const read = readTimeOff(days('2026-12-01', '2028-01-04'), zone, now)
  if (!read.ok) throw new Error(read.error)
  expect(addTimeOff.args.safeParse({ id: newId(), staffId: null, note: null, ...read.value }).success).toBe(true)
  expect(words(days('2026-12-01', '2028-01-05'))).toBe('too-long')
})
