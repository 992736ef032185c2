import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  clocksOfDays,
  dayOf,
  formatDay,
  formatMinutes,
  formatTime,
  instantAt,
  instantOf,
  minutesOfDay,
  toInstant,
  weekdayOf,
} from '@/lib/kernel/zone'

const ISTANBUL = 'Europe/Istanbul'
const BERLIN = 'Europe/Berlin'

const moment = fc.date({ min: new Date('2017-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map(toInstant)

describe('in Istanbul', () => {
  test('half past two in the afternoon is 11:30 UTC, summer and winter', () => {
    expect(instantAt('2026-11-22', 14 * 60 + 30, ISTANBUL)).toBe('2026-11-22T11:30:00.000Z')
    expect(instantAt('2026-07-22', 14 * 60 + 30, ISTANBUL)).toBe('2026-07-22T11:30:00.000Z')
  })

  test('one in the morning belongs to the new day, though UTC still has the old one', () => {
    expect(dayOf('2026-11-21T22:00:00.000Z', ISTANBUL)).toBe('2026-11-22')
    expect(minutesOfDay('2026-11-21T22:00:59.999Z', ISTANBUL)).toBe(60)
    expect(formatTime('2026-11-21T21:00:00.000Z', ISTANBUL)).toBe('00:00')
  })

  test('midnight at the end of a day is the start of the next', () => {
    expect(instantAt('2026-12-31', 1440, ISTANBUL)).toBe(instantAt('2027-01-01', 0, ISTANBUL))
  })
})

describe('in Berlin', () => {
  test('in the hour that is skipped, 02:30 is moved on to 03:30', () => {
    expect(instantAt('2026-03-29', 119, BERLIN)).toBe('2026-03-29T00:59:00.000Z')
    expect(instantAt('2026-03-29', 150, BERLIN)).toBe('2026-03-29T01:30:00.000Z')
    expect(formatTime('2026-03-29T01:30:00.000Z', BERLIN)).toBe('03:30')
    expect(instantAt('2026-03-29', 180, BERLIN)).toBe('2026-03-29T01:00:00.000Z')
  })

  test('of the hour that comes twice, 02:30 is the first', () => {
    expect(instantAt('2026-10-25', 119, BERLIN)).toBe('2026-10-24T23:59:00.000Z')
    expect(instantAt('2026-10-25', 150, BERLIN)).toBe('2026-10-25T00:30:00.000Z')
    expect(formatTime('2026-10-25T00:30:00.000Z', BERLIN)).toBe('02:30')
    expect(formatTime('2026-10-25T01:30:00.000Z', BERLIN)).toBe('02:30')
    expect(instantAt('2026-10-25', 180, BERLIN)).toBe('2026-10-25T02:00:00.000Z')
  })

  test('the day of the change is 23 or 25 hours long', () => {
    const hours = (day: string) =>
      (Date.parse(instantAt(addDays(day, 1), 0, BERLIN)) - Date.parse(instantAt(day, 0, BERLIN))) / 3_600_000
    expect([hours('2026-03-29'), hours('2026-03-30'), hours('2026-10-25')]).toEqual([23, 24, 25])
  })
})

test('the wall clock of a moment leads back to that moment, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(ISTANBUL, BERLIN), (instant, zone) => {
      const back = instantAt(dayOf(instant, zone), minutesOfDay(instant, zone), zone)
      const lostMs = Date.parse(instant) - Date.parse(back)
      expect(lostMs % 3_600_000).toBe(Date.parse(instant) % 60_000)
      expect(lostMs).toBeLessThan(zone === BERLIN ? 3_660_000 : 60_000)
      expect(dayOf(back, zone)).toBe(dayOf(instant, zone))
      expect(minutesOfDay(back, zone)).toBe(minutesOfDay(instant, zone))
    }),
  )
})

describe('the clocks of days', () => {
  const lengths = (from: string, to: string, zone: string) =>
    clocksOfDays(from, to, zone).map(({ start, end, stretches }) => [(end - start) / 3_600_000, stretches.length])

  test('have one stretch of 24 hours, but for the days on which the clock is turned', () => {
    expect(lengths('2026-03-28', '2026-03-30', BERLIN)).toEqual([
      [24, 1],
      [23, 2],
      [24, 1],
    ])
    expect(lengths('2026-10-24', '2026-10-26', BERLIN)).toEqual([
      [24, 1],
      [25, 2],
      [24, 1],
    ])
    expect(lengths('2026-03-28', '2026-03-30', ISTANBUL)).toEqual([
      [24, 1],
      [24, 1],
      [24, 1],
    ])
    expect(clocksOfDays('2026-03-30', '2026-03-29', BERLIN)).toEqual([])
  })

  // Midnight itself skipped (Beirut in spring, Cairo) or twice (Beirut in autumn, Havana), half an hour (Lord Howe), a whole day (Apia).
  const odd = [
    ['2026-03-29', 'Asia/Beirut'],
    ['2026-10-24', 'Asia/Beirut'],
    ['2026-04-24', 'Africa/Cairo'],
    ['2026-11-01', 'America/Havana'],
    ['2026-04-05', 'Australia/Lord_Howe'],
    ['2026-10-04', 'Australia/Lord_Howe'],
    ['2011-12-30', 'Pacific/Apia'],
    ['2026-03-29', BERLIN],
    ['2027-10-31', BERLIN],
    ['2026-11-22', ISTANBUL],
  ] as const

  test.each(odd)('around %s in %s hold every moment once, and say what the wall shows then', (day, zone) => {
    const clocks = clocksOfDays(addDays(day, -2), addDays(day, 2), zone)
    const [first, last] = [clocks[0]!.start, clocks.at(-1)!.end]
    expect(first).toBe(Date.parse(instantAt(addDays(day, -2), 0, zone)))
    expect(last).toBe(Date.parse(instantAt(addDays(day, 3), 0, zone)))
    for (let moment = first; moment < last; moment += 10 * 60_000) {
      const holding = clocks.flatMap(clock =>
        clock.stretches.filter(one => one.start <= moment && moment < one.end).map(one => ({ ...one, day: clock.day })),
      )
      expect(holding).toHaveLength(1)
      expect(holding[0]!.day).toBe(dayOf(instantOf(moment), zone))
      expect((moment - holding[0]!.midnight) / 60_000).toBe(minutesOfDay(instantOf(moment), zone))
    }
  })
})

test('a moment counted from the epoch is written as it always is', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.boolean(), (date, whole) => {
      const epoch = whole ? Math.floor(date.getTime() / 60_000) * 60_000 : date.getTime()
      expect(instantOf(epoch)).toBe(toInstant(new Date(epoch)))
    }),
  )
})

test('days add and come back, over months, leap days and changes of the clock', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  fc.assert(
    fc.property(moment, fc.integer({ min: -2000, max: 2000 }), (instant, n) => {
      const day = dayOf(instant, BERLIN)
      expect(addDays(addDays(day, n), -n)).toBe(day)
    }),
  )
})

test('minutes add as they pass, not as the wall shows them', () => {
  expect(addMinutes('2026-03-29T00:30:00.000Z', 60)).toBe('2026-03-29T01:30:00.000Z')
  expect(addMinutes('2026-11-22T00:10:00.000Z', -15)).toBe('2026-11-21T23:55:00.000Z')
})

test('the week begins on Monday', () => {
  expect(['2026-11-16', '2026-11-17', '2026-11-22'].map(weekdayOf)).toEqual([1, 2, 7])
})

test('days and times read as they are said here', () => {
  expect(formatDay('2026-11-22')).toBe('22 Kasım Pazar')
  expect(formatDay('2027-01-01')).toBe('1 Ocak Cuma')
  expect(formatTime('2026-11-22T11:30:00.000Z', ISTANBUL)).toBe('14:30')
  expect([0, 545, 1440].map(formatMinutes)).toEqual(['00:00', '09:05', '24:00'])
})

test('a zone that does not exist is refused, not taken for UTC', () => {
  expect(() => dayOf('2026-11-22T11:30:00.000Z', 'Europe/Kadıköy')).toThrow(RangeError)
})
