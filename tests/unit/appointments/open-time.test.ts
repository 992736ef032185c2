import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpeningHours } from '@/lib/appointments/time/open-time'
import { isWithinHours, openTime } from '@/lib/appointments/time/open-time'
import { addDays, dayOf, formatTime, instantOf, minutesOfDay } from '@/lib/kernel/zone'
import { at, chosen, day, kemal, mehmet, off, openDaily, ranges, special, zone } from './book-of-berber-mehmet'

const shop: OpeningHours = { hours: openDaily(), specialHours: [], timeOff: [], holidayHours: [] }

const open = (given: Partial<OpeningHours> = {}, onDay = day, staffId = mehmet, inZone = zone) =>
  openTime({ ...shop, ...given }, staffId, onDay, inZone).map(({ start, end }) =>
    [start, end].map(moment => formatTime(instantOf(moment), inZone)).join('–'),
  )

describe('[AP1] the hours of a chair on a date', () => {
  test('are those of its weekday', () => {
    const sunday = { id: '1', staffId: mehmet, weekday: 7, ranges: ranges('10:00–13:00', '14:00–16:00') }
    expect(open({ hours: [sunday] })).toEqual(['10:00–13:00', '14:00–16:00'])
    expect(open({ hours: [sunday] }, '2026-11-23')).toEqual([])
    expect(open({}, day, kemal)).toEqual([])
  })

  test('are the special hours of that date, the chair’s before the shop’s', () => {
    const shops = special(day, ranges('12:00–15:00'))
    const own = special(day, ranges('08:00–09:00', '21:00–22:00'), mehmet)
    expect(open({ specialHours: [shops] })).toEqual(['12:00–15:00'])
    expect(open({ specialHours: [shops, own] })).toEqual(['08:00–09:00', '21:00–22:00'])
    expect(open({ specialHours: [special(day, [])] })).toEqual([])
    expect(open({ specialHours: [shops] }, '2026-11-29')).toEqual(['09:00–19:00'])
    expect(open({ specialHours: [special(day, ranges('08:00–09:00'), kemal)] })).toEqual(['09:00–19:00'])
  })

  test('on a holiday are the special hours too, where there are any', () => {
    expect(open({ specialHours: [special('2026-10-29', ranges('10:00–12:00'))] }, '2026-10-29')).toEqual([
      '10:00–12:00',
    ])
  })

  test('lose the time off, the chair’s and the shop’s, even where they are special', () => {
    expect(open({ timeOff: [off('12:00', '13:30')] })).toEqual(['09:00–12:00', '13:30–19:00'])
    expect(open({ timeOff: [off('18:00', '23:00', null)] })).toEqual(['09:00–18:00'])
    expect(open({ timeOff: [off('12:00', '13:30', kemal)] })).toEqual(['09:00–19:00'])
    const specialHours = [special(day, ranges('10:00–12:00'), mehmet)]
    expect(open({ specialHours, timeOff: [off('09:00', '11:00', null)] })).toEqual(['11:00–12:00'])
  })
})

describe('[AP2] on an official holiday', () => {
  const lunch = openDaily(mehmet, ranges('09:00–12:00', '13:30–20:00'))

  test('the shop is closed, and on a half day it closes at 13:00', () => {
    expect(open({}, '2026-10-29')).toEqual([])
    expect(open({}, '2026-10-28')).toEqual(['09:00–13:00'])
    expect(open({ hours: lunch }, '2026-10-28')).toEqual(['09:00–12:00'])
    expect(open({ hours: openDaily(mehmet, ranges('14:00–20:00')) }, '2026-10-28')).toEqual([])
  })

  test('it is open as on any such weekday when it says so, and closed on half a day when it says that', () => {
    expect(open({ holidayHours: [chosen('cumhuriyet', 'usual')] }, '2026-10-29')).toEqual(['09:00–19:00'])
    expect(open({ holidayHours: [chosen('cumhuriyet', 'usual')] }, '2026-10-28')).toEqual(['09:00–13:00'])
    expect(open({ holidayHours: [chosen('cumhuriyet-arife', 'closed')] }, '2026-10-28')).toEqual([])
  })

  test('it stays open longer on arife: the last opening of the day ends then', () => {
    const until = (minutes: number) =>
      open({ hours: lunch, holidayHours: [chosen('ramazan-arife', 'longer', minutes)] }, '2027-03-08')
    expect(until(23 * 60)).toEqual(['09:00–12:00', '13:30–23:00'])
    expect(until(24 * 60)).toEqual(['09:00–12:00', '13:30–00:00'])
    expect(until(15 * 60)).toEqual(['09:00–12:00', '13:30–15:00'])
    expect(until(13 * 60)).toEqual(['09:00–13:00'])
  })

  test('a chair that does not work on that weekday stays free', () => {
    const monday = [{ id: '1', staffId: mehmet, weekday: 1, ranges: [] }]
    const holidayHours = [chosen('ramazan-arife', 'longer', 1380), chosen('cumhuriyet', 'usual')]
    expect(open({ hours: monday, holidayHours }, '2027-03-08')).toEqual([])
    expect(open({ hours: monday, holidayHours }, '2026-10-29')).toEqual([])
  })

  test('two on one day: closed beats half a day, and `usual` changes nothing about the other', () => {
    const both = '2029-04-23' // Ulusal Egemenlik, and the eve of Kurban Bayramı
    const [egemenlik, late] = [chosen('ulusal-egemenlik', 'usual'), chosen('kurban-arife', 'longer', 1380)]
    expect(open({}, both)).toEqual([])
    expect(open({ holidayHours: [late] }, both)).toEqual([])
    expect(open({ holidayHours: [egemenlik] }, both)).toEqual(['09:00–13:00'])
    expect(open({ holidayHours: [egemenlik, late] }, both)).toEqual(['09:00–23:00'])
    expect(open({ holidayHours: [chosen('kurban-4', 'usual')] }, '2027-05-19')).toEqual([])
  })
})

describe('[AP3] hours are times on the wall', () => {
  const berlin = 'Europe/Berlin'
  const lasts = (given: OpeningHours, onDay: string, inZone: string) =>
    openTime(given, mehmet, onDay, inZone).reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0)
  const night = { ...shop, hours: openDaily(mehmet, ranges('00:00–06:00')) }

  test.each(['2026-03-29', '2027-03-28'])(
    'on %s an hour is missing: 02:30 is not shown, and a night has five hours',
    changed => {
      expect(lasts(night, changed, berlin)).toBe(300)
      expect(lasts(night, changed, zone)).toBe(360)
      expect(open({}, changed, mehmet, berlin)).toEqual(['09:00–19:00'])
      expect(open({ hours: openDaily(mehmet, ranges('01:00–02:30')) }, changed, mehmet, berlin)).toEqual([
        '01:00–03:00',
      ])
      expect(lasts({ ...shop, hours: openDaily(mehmet, ranges('02:00–03:00')) }, changed, berlin)).toBe(0)
      expect(open({ hours: openDaily(mehmet, ranges('02:30–04:00')) }, changed, mehmet, berlin)).toEqual([
        '03:00–04:00',
      ])
    },
  )

  test.each(['2026-10-25', '2027-10-31'])('on %s an hour comes twice, and a night has seven', changed => {
    expect(lasts(night, changed, berlin)).toBe(420)
    expect(open({}, changed, mehmet, berlin)).toEqual(['09:00–19:00'])
    expect(open({ hours: openDaily(mehmet, ranges('02:30–04:00')) }, changed, mehmet, berlin)).toEqual([
      '02:30–02:00',
      '02:30–04:00',
    ])
  })

  test('a chair is open at exactly the moments at which the wall shows a time within its hours', () => {
    const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2026-11-22']
    const minute = fc.integer({ min: 0, max: 96 }).map(quarter => quarter * 15)
    fc.assert(
      fc.property(
        fc.uniqueArray(minute, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...changes),
        fc.constantFrom(zone, berlin),
        (cuts, onDay, inZone) => {
          cuts.sort((a, b) => a - b)
          const hours = Array.from({ length: cuts.length >> 1 }, (_, i): [number, number] => [
            cuts[2 * i]!,
            cuts[2 * i + 1]!,
          ])
          const times = openTime({ ...shop, hours: openDaily(mehmet, hours) }, mehmet, onDay, inZone)
          const before = Date.parse(`${addDays(onDay, -1)}T20:00:00.000Z`)
          for (let moment = before; moment < before + 32 * 3_600_000; moment += 15 * 60_000) {
            const wall = minutesOfDay(instantOf(moment), inZone)
            const shown =
              dayOf(instantOf(moment), inZone) === onDay && hours.some(([from, to]) => from <= wall && wall < to)
            expect(times.some(({ start, end }) => start <= moment && moment < end)).toBe(shown)
          }
        },
      ),
    )
  })
})

test('[AP4] time after midnight belongs to no day’s hours', () => {
  const late = { ...shop, hours: openDaily(mehmet, ranges('00:00–02:00', '18:00–24:00')) }
  const slot = (from: string, to: string, toDay = day) => ({
    staffId: mehmet,
    startsAt: at(from),
    endsAt: at(to, toDay),
  })
  expect(isWithinHours(late, slot('23:30', '00:00', '2026-11-23'), zone)).toBe(true)
  expect(isWithinHours(late, slot('23:30', '00:30', '2026-11-23'), zone)).toBe(false)
})

test('[AP1] what runs past closing time or into the break is outside hours', () => {
  const given = { ...shop, hours: openDaily(mehmet, ranges('09:00–13:00', '14:00–19:00')) }
  const within = (from: string, to: string, staffId = mehmet) =>
    isWithinHours(given, { staffId, startsAt: at(from), endsAt: at(to) }, zone)
  expect(within('18:30', '19:00')).toBe(true)
  expect(within('18:45', '19:15')).toBe(false)
  expect(within('12:45', '13:15')).toBe(false)
  expect(within('10:00', '10:30', kemal)).toBe(false)
})
