import { expect, test } from 'vitest'
import { dayWords, priceWords, toTime, weekWords } from '@/components/booking/words'
import { ranges } from '@/tests/unit/appointments/book-of-berber-mehmet'

// What is said last decides the ending: on dört otuz beş → beş’e; yirmi → yirmi’ye.
test.each([
  ['09:00', '09:00’a'],
  ['10:00', '10:00’a'],
  ['11:00', '11:00’e'],
  ['12:00', '12:00’ye'],
  ['16:00', '16:00’ya'],
  ['17:00', '17:00’ye'],
  ['20:00', '20:00’ye'],
  ['00:00', '00:00’a'],
  ['14:05', '14:05’e'],
  ['14:06', '14:06’ya'],
  ['14:10', '14:10’a'],
  ['14:20', '14:20’ye'],
  ['14:30', '14:30’a'],
  ['14:35', '14:35’e'],
  ['14:40', '14:40’a'],
  ['14:50', '14:50’ye'],
  ['14:59', '14:59’a'],
])('%s is said to last until %s', (time, words) => {
  expect(toTime(time)).toBe(words)
})

test('a price is said without kuruş where there are none, and not at all where there is none', () => {
  expect([40_000, 125_050, 0].map(priceWords)).toEqual(['₺400', '₺1.250,50', ''])
})

test('days near by have names', () => {
  expect(['2026-11-25', '2026-11-26', '2026-11-27'].map(day => dayWords(day, '2026-11-25'))).toEqual([
    'Bugün',
    'Yarın',
    '27 Kasım Cuma',
  ])
})

test('a week is told in as few lines as it has kinds of days in a row', () => {
  const usual = ranges('09:00–13:00', '14:00–19:00')
  const week = [usual, usual, [], usual, usual, usual, []].map((open, i) => ({ weekday: i + 1, ranges: open }))
  expect(weekWords(week)).toEqual([
    { days: 'Pazartesi–Salı', hours: '09:00–13:00, 14:00–19:00' },
    { days: 'Çarşamba', hours: 'kapalı' },
    { days: 'Perşembe–Cumartesi', hours: '09:00–13:00, 14:00–19:00' },
    { days: 'Pazar', hours: 'kapalı' },
  ])
})
