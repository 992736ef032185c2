import { expect, test } from 'vitest'
import { planSeries } from '@/components/appointments/adding/series-plan'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import { addMinutes } from '@/lib/kernel/zone'
import { at, boya, busy, emptyBook, kemal, mehmet, sac } from './book-of-berber-mehmet'

const part = (time: string, onDay: string, other: Partial<OfferedPart> = {}): OfferedPart => {
  const startsAt = at(time, onDay)
  const terms = { serviceId: sac, price: 40_000, prepareMinutes: 0, cleanMinutes: 0 }
  return { staffId: mehmet, startsAt, endsAt: addMinutes(startsAt, 30), ...terms, ...other }
}

test('[AP19] a series over a bayram names each date that does not fit, and books the others', () => {
  const monday = '2027-03-01'
  const dates = planSeries(emptyBook(), [part('14:00', monday)], { everyWeeks: 1, ends: { count: 3 } })
  expect(dates.map(({ day, why }) => [day, why])).toEqual([
    ['2027-03-01', null],
    ['2027-03-08', 'Ramazan Bayramı arifesi'],
    ['2027-03-15', null],
  ])
  expect(dates.some(({ impossible }) => impossible)).toBe(false)
})

test('[AP12] a date on which the chair is taken cannot be had, not even by the shop', () => {
  const taken = busy('14:00–15:00', mehmet, '2026-11-30')
  const [, second] = planSeries(emptyBook({ busy: [taken] }), [part('14:00', '2026-11-23')], {
    everyWeeks: 1,
    ends: { count: 2 },
  })
  expect(second).toMatchObject({ why: 'dolu', impossible: true })
})

test('a visit of two parts fits only where both do, each at its own time in its own chair', () => {
  const first = [part('14:00', '2026-11-23', { serviceId: boya }), part('14:30', '2026-11-23', { staffId: kemal })]
  const dates = planSeries(emptyBook({ busy: [busy('14:30–15:00', kemal, '2026-12-07')] }), first, {
    everyWeeks: 2,
    ends: { lastDay: '2026-12-22' },
  })
  expect(dates.map(({ day, why }) => [day, why])).toEqual([
    ['2026-11-23', null],
    ['2026-12-07', 'dolu'],
    ['2026-12-21', null],
  ])
  expect(dates[2]!.parts).toMatchObject([
    { staffId: mehmet, serviceId: boya, startsAt: at('14:00', '2026-12-21') },
    { staffId: kemal, serviceId: sac, startsAt: at('14:30', '2026-12-21') },
  ])
})
