import { describe, expect, test } from 'vitest'
import { daysOfSeries, LONGEST_SERIES, type Recurrence, seriesDates } from '@/lib/appointments/offers/series'
import type { Book } from '@/lib/appointments/time/book'
import { weekdayOf } from '@/lib/kernel/zone'
import { at, busy, chosen, day, emptyBook, mehmet, off, openDaily, ranges, special } from './book-of-berber-mehmet'

const everyTuesday: Recurrence = { from: day, weekday: 2, everyWeeks: 1, ends: { count: 4 } }

describe('[AP19] the days of a series', () => {
  test('are every such weekday from the first on', () => {
    expect(daysOfSeries(everyTuesday)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'])
    expect(daysOfSeries({ ...everyTuesday, from: '2026-11-24', ends: { count: 1 } })).toEqual(['2026-11-24'])
  })

  test('are every fourth when it is every four weeks, to the last day, itself included', () => {
    const everyFour = { ...everyTuesday, everyWeeks: 4, ends: { lastDay: '2027-01-19' } }
    expect(daysOfSeries(everyFour)).toEqual(['2026-11-24', '2026-12-22', '2027-01-19'])
    expect(daysOfSeries({ ...everyFour, ends: { lastDay: '2026-11-23' } })).toEqual([])
  })

  test('are no more than a year of weeks, and all on that weekday', () => {
    for (const ends of [{ count: 999 }, { lastDay: '2099-12-31' }]) {
      const days = daysOfSeries({ ...everyTuesday, ends })
      expect(days).toHaveLength(LONGEST_SERIES)
      expect(days.every(one => weekdayOf(one) === 2)).toBe(true)
    }
  })
})

describe('[AP19] each date says whether it fits', () => {
  const twoOClock = { staffId: mehmet, minuteOfDay: 14 * 60, minutes: 30, prepareMinutes: 0, cleanMinutes: 0 }
  const fits = (given: Partial<Book>, recurrence: Partial<Recurrence> = {}, repeated: Partial<typeof twoOClock> = {}) =>
    seriesDates(emptyBook(given), { ...everyTuesday, ...recurrence }, { ...twoOClock, ...repeated }).map(
      ({ fit }) => fit,
    )

  test('taken, closed, or free; none is left out', () => {
    const dates = seriesDates(
      emptyBook({
        busy: [busy('13:45–14:15', mehmet, '2026-12-01')],
        specialHours: [special('2026-12-08', [])],
        timeOff: [{ ...off('09:00', '19:00'), startsAt: at('13:00', '2026-12-15'), endsAt: at('14:10', '2026-12-15') }],
      }),
      { ...everyTuesday, ends: { count: 5 } },
      twoOClock,
    )
    expect(dates.map(({ day: onDay, fit }) => `${onDay} ${fit}`)).toEqual([
      '2026-11-24 fits',
      '2026-12-01 taken',
      '2026-12-08 closed',
      '2026-12-15 closed',
      '2026-12-22 fits',
    ])
    expect(dates[0]).toMatchObject({ startsAt: at('14:00', '2026-11-24'), endsAt: at('14:30', '2026-11-24') })
  })

  test('preparation and clean-up need the chair and no time off, but not opening hours', () => {
    const buffers = { prepareMinutes: 10, cleanMinutes: 10 }
    const held = { busy: [busy('13:30–13:55', mehmet, '2026-11-24'), busy('14:35–15:00', mehmet, '2026-12-01')] }
    expect(fits(held, {}, buffers)).toEqual(['taken', 'taken', 'fits', 'fits'])
    const leave = { ...off('14:00', '15:00'), startsAt: at('14:35', '2026-11-24'), endsAt: at('18:00', '2026-11-24') }
    expect(fits({ timeOff: [leave] }, {}, buffers)).toEqual(['closed', 'fits', 'fits', 'fits'])
    expect(fits({ hours: openDaily(mehmet, ranges('14:00–14:30')) }, {}, buffers)).toEqual(Array(4).fill('fits'))
  })

  test('a holiday is named: 28 October from one o’clock, Kurban Bayramı, two at once', () => {
    const wednesdays = { from: '2026-10-21', weekday: 3 as const, ends: { count: 2 } }
    expect(fits({ now: at('08:00', '2026-10-01') }, wednesdays)).toEqual(['fits', 'holiday'])
    expect(fits({ now: at('08:00', '2026-10-01') }, wednesdays, { minuteOfDay: 12 * 60 })).toEqual(['fits', 'fits'])
    const [both] = seriesDates(emptyBook(), { ...everyTuesday, from: '2027-05-19', weekday: 3 }, twoOClock)
    expect(both).toMatchObject({ fit: 'holiday', holidays: ['genclik-ve-spor', 'kurban-4'] })
  })

  test('a holiday is no reason where the shop works on it, is closed on that weekday anyway, or has said its hours', () => {
    const thursday = { from: '2026-10-29', weekday: 4 as const, ends: { count: 1 } }
    const given = { now: at('08:00', '2026-10-01') }
    expect(fits({ ...given, holidayHours: [chosen('cumhuriyet', 'usual')] }, thursday)).toEqual(['fits'])
    expect(fits({ ...given, hours: [] }, thursday)).toEqual(['closed'])
    expect(fits({ ...given, specialHours: [special('2026-10-29', ranges('09:00–12:00'))] }, thursday)).toEqual([
      'closed',
    ])
  })

  test('keeps its time on the wall over a change of the clock, and a time the wall does not show is closed', () => {
    const berlin = {
      zone: 'Europe/Berlin',
      now: at('08:00', '2027-03-01'),
      hours: openDaily(mehmet, ranges('00:00–24:00')),
    }
    const sundays = { from: '2027-03-21', weekday: 7 as const, ends: { count: 3 } }
    const at230 = seriesDates(emptyBook(berlin), { ...everyTuesday, ...sundays }, { ...twoOClock, minuteOfDay: 150 })
    expect(at230.map(({ fit }) => fit)).toEqual(['fits', 'closed', 'fits'])
    const dates = seriesDates(emptyBook(berlin), { ...everyTuesday, ...sundays }, twoOClock)
    expect(dates.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-21T13:00:00.000Z',
      '2027-03-28T12:00:00.000Z',
      '2027-04-04T12:00:00.000Z',
    ])
  })

  test('[AP2] in a year whose bayrams are not known it promises nothing', () => {
    const tuesdays = { from: '2031-12-30', ends: { count: 2 } }
    expect(fits({ now: at('08:00', '2031-01-01') }, tuesdays)).toEqual(['fits', 'unknown'])
  })
})
