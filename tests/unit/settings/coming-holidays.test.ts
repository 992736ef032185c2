import { expect, test } from 'vitest'
import { choiceWords, chosenFor, comingHolidays, openOnEvesUntil } from '@/components/settings/hours/coming-holidays'
import type { HolidayHours } from '@/lib/appointments/appointment'
import type { HolidayName } from '@/lib/appointments/holidays'
import { newId } from '@/lib/kernel/id'

const row = (holiday: HolidayName, opens: HolidayHours['opens'], until: number | null = null): HolidayHours => ({
  id: newId(),
  holiday,
  opens,
  until,
})
const coming = comingHolidays('2026-11-24')
const on = (day: string) => coming.find(one => one.day === day)!
const said = (day: string, ...chosen: HolidayHours[]) => choiceWords(chosenFor(on(day), chosen))

test('the coming year’s holidays are listed by date, each eve with them', () => {
  expect(coming.map(({ day, title, also }) => [day, title, also].filter(Boolean).join(' '))).toEqual([
    '2027-01-01 Yılbaşı',
    '2027-03-08 Ramazan Bayramı arifesi',
    '2027-03-09 Ramazan Bayramı 1. gün',
    '2027-03-10 Ramazan Bayramı 2. gün',
    '2027-03-11 Ramazan Bayramı 3. gün',
    '2027-04-23 Ulusal Egemenlik ve Çocuk Bayramı',
    '2027-05-01 Emek ve Dayanışma Günü',
    '2027-05-15 Kurban Bayramı arifesi',
    '2027-05-16 Kurban Bayramı 1. gün',
    '2027-05-17 Kurban Bayramı 2. gün',
    '2027-05-18 Kurban Bayramı 3. gün',
    '2027-05-19 Atatürk’ü Anma, Gençlik ve Spor Bayramı Kurban Bayramı 4. gün',
    '2027-07-15 Demokrasi ve Millî Birlik Günü',
    '2027-08-30 Zafer Bayramı',
    '2027-10-28 Cumhuriyet Bayramı arifesi',
    '2027-10-29 Cumhuriyet Bayramı',
  ])
})

test('[AP2] where nothing was chosen the law counts: closed, and half an eve', () => {
  expect(said('2027-03-09')).toBe('kapalı')
  expect(said('2027-03-08')).toBe('kapanış 13:00')
  expect(said('2027-03-08', row('ramazan-arife', 'official'))).toBe('kapanış 13:00')
  expect(said('2027-03-09', row('ramazan-1', 'official'))).toBe('kapalı')
})

test('what was chosen is said', () => {
  expect(said('2027-03-08', row('ramazan-arife', 'longer', 1320))).toBe('kapanış 22:00')
  expect(said('2027-03-08', row('ramazan-arife', 'closed'))).toBe('kapalı')
  expect(said('2027-08-30', row('zafer', 'usual'))).toBe('her zamanki gibi')
})

test('[AP2] of two holidays on one day the one that closes earlier counts', () => {
  const [youth, kurban] = ['genclik-ve-spor', 'kurban-4'] as const
  expect(said('2027-05-19', row(youth, 'usual'))).toBe('kapalı')
  expect(said('2027-05-19', row(youth, 'usual'), row(kurban, 'longer', 1080))).toBe('kapanış 18:00')
  expect(said('2027-05-19', row(youth, 'usual'), row(kurban, 'usual'))).toBe('her zamanki gibi')
})

test('the switch is on while the shop stays open on both eves, and says the earlier end', () => {
  expect(openOnEvesUntil([])).toBeNull()
  expect(openOnEvesUntil([row('ramazan-arife', 'longer', 1320)])).toBeNull()
  expect(openOnEvesUntil([row('ramazan-arife', 'longer', 1320), row('kurban-arife', 'usual')])).toBeNull()
  expect(openOnEvesUntil([row('ramazan-arife', 'longer', 1320), row('kurban-arife', 'longer', 1260)])).toBe(1260)
})
