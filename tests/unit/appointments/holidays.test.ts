import { expect, test } from 'vitest'
import { BAYRAMS_KNOWN_UNTIL, holidayNames, holidaysOf, holidayWords, isHalfDay } from '@/lib/appointments/holidays'
import { addDays, type Day } from '@/lib/kernel/zone'

const daysOf = (year: number): Day[] => {
  const days = Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i))
  return days.filter(day => day.startsWith(`${year}`))
}

test.each([
  ['2026-03-19', 'ramazan-arife'],
  ['2026-05-26', 'kurban-arife'],
  ['2026-10-28', 'cumhuriyet-arife'],
  ['2027-03-08', 'ramazan-arife'],
  ['2027-05-15', 'kurban-arife'],
  ['2031-01-23', 'ramazan-arife'],
] as const)('[AP2] %s is a half day: %s', (day, name) => {
  expect(holidaysOf(day)).toEqual([name])
  expect(isHalfDay(name)).toBe(true)
})

// Diyanet's own words for it: the first day, and the last.
test.each([
  [2026, '03-20', '03-22', '05-27', '05-30'],
  [2027, '03-09', '03-11', '05-16', '05-19'],
  [2028, '02-26', '02-28', '05-05', '05-08'],
  [2029, '02-14', '02-16', '04-24', '04-27'],
  [2030, '02-04', '02-06', '04-13', '04-16'],
  [2031, '01-24', '01-26', '04-02', '04-05'],
])('[AP2] the bayrams of %i are on their days, and on no others', (year, ramazan1, ramazan3, kurban1, kurban4) => {
  const when = (name: string) => daysOf(year).filter(day => holidaysOf(day).some(one => one === name))
  expect(when('ramazan-1')).toEqual([`${year}-${ramazan1}`])
  expect(when('ramazan-3')).toEqual([`${year}-${ramazan3}`])
  expect(when('kurban-1')).toEqual([`${year}-${kurban1}`])
  expect(when('kurban-4')).toEqual([`${year}-${kurban4}`])
})

test('[AP2] every year of the table has every holiday once: seven days, three eves, seven days of bayram', () => {
  for (let year = 2026; `${year}-12-31` <= BAYRAMS_KNOWN_UNTIL; year++) {
    expect(daysOf(year).flatMap(holidaysOf).sort()).toEqual([...holidayNames].sort())
  }
})

test('[AP2] two holidays can fall on one day', () => {
  expect(holidaysOf('2027-05-19')).toEqual(['genclik-ve-spor', 'kurban-4'])
  expect(holidaysOf('2029-04-23')).toEqual(['ulusal-egemenlik', 'kurban-arife'])
})

test('an ordinary day is none, and of a year after the table only the fixed days are known', () => {
  expect(holidaysOf('2026-11-22')).toEqual([])
  expect(holidaysOf('2032-10-29')).toEqual(['cumhuriyet'])
  expect(holidaysOf('2032-01-14')).toEqual([])
  expect('2032-01-14' > BAYRAMS_KNOWN_UNTIL).toBe(true)
})

test('each has its own words', () => {
  expect(new Set(Object.values(holidayWords)).size).toBe(holidayNames.length)
  expect(holidayWords['kurban-arife']).toBe('Kurban Bayramı arifesi')
})
