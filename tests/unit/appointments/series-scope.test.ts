import { describe, expect, test } from 'vitest'
import { shiftVisits, visitsInScope } from '@/components/appointments/visit/series-scope'
import type { Appointment } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { addDays, addMinutes, dayOf, formatTime } from '@/lib/kernel/zone'
import { at, booked, day, emptyBook, kemal, mehmet, zone } from './book-of-berber-mehmet'

const now = at('08:00')
const seriesId = newId()
/** At two o'clock on so many Sundays from `day` on. */
const sundays = (count: number, other: Partial<Appointment> = {}) =>
  Array.from({ length: count }, (_, i) => {
    const startsAt = at('14:00', addDays(day, 7 * i))
    return booked('14:00', 30, { seriesId, startsAt, endsAt: addMinutes(startsAt, 30), ...other })
  })
const moveTo = ({ id, staffId }: Appointment, time: string, onDay = day, chair = staffId) => {
  const startsAt = at(time, onDay)
  return { id, staffId: chair, startsAt, endsAt: addMinutes(startsAt, 30) }
}
const shifted = (
  series: Appointment[],
  to: ReturnType<typeof moveTo>,
  others: Appointment[] = [],
  hours = emptyBook(),
) =>
  shiftVisits(
    visitsInScope(series, series[0]!, 'all', now),
    { moved: [series[0]!], to: [to] },
    { zone, now, hours, appointments: [...series, ...others] },
  )
const told = (...args: Parameters<typeof shifted>) =>
  shifted(...args).map(
    ({ moves: [move], why }) => why ?? `${dayOf(move!.startsAt, zone)} ${formatTime(move!.startsAt, zone)}`,
  )

describe('[AP19] of a series is meant', () => {
  const series = sundays(4)
  const starts = (scope: 'one' | 'following' | 'all', of = series[1]!, all = series) =>
    visitsInScope(all, of, scope, now).map(([first]) => all.indexOf(first!))

  test('this one, this and the following, or all', () => {
    expect(starts('one')).toEqual([1])
    expect(starts('following')).toEqual([1, 2, 3])
    expect(starts('all')).toEqual([0, 1, 2, 3])
  })

  test('only what is still open', () => {
    const begun = series.with(0, { ...series[0]!, status: 'done' }).with(2, { ...series[2]!, status: 'cancelled' })
    expect(starts('all', begun[1]!, begun)).toEqual([1, 3])
  })

  test('a visit of several parts whole, whichever part was tapped', () => {
    const visitId = newId()
    const parts = [
      booked('14:00', 30, { seriesId, visitId }),
      booked('14:30', 30, { seriesId, visitId, staffId: kemal }),
    ]
    expect(visitsInScope(parts, parts[1]!, 'one', now)).toEqual([parts])
  })
})

describe('[AP19] the same shift for all', () => {
  test('to another time and another weekday', () => {
    const series = sundays(3)
    expect(told(series, moveTo(series[0]!, '15:30', addDays(day, 1))).sort()).toEqual([
      '2026-11-23 15:30',
      '2026-11-30 15:30',
      '2026-12-07 15:30',
    ])
  })

  test('to another chair', () => {
    const series = sundays(2)
    const moves = shifted(series, moveTo(series[0]!, '14:00', day, kemal)).map(({ moves }) => moves[0]!.staffId)
    expect(moves).toEqual([kemal, kemal])
  })

  test('what does not fit stays and says why', () => {
    const series = sundays(3)
    const other = booked('16:00', 30, { startsAt: at('16:00', '2026-11-29'), endsAt: at('16:30', '2026-11-29') })
    expect(told(series, moveTo(series[0]!, '16:00'), [other]).filter(line => !line.startsWith('2026'))).toEqual([
      'dolu',
    ])
    expect(told(series, moveTo(series[0]!, '16:00', '2026-12-31')).sort()).toEqual([
      '2026-12-31 16:00',
      '2027-01-07 16:00',
      '2027-01-14 16:00',
    ])
    // To Fridays, of which one is the first of January.
    const six = sundays(6)
    expect(told(six, moveTo(six[0]!, '14:00', addDays(day, 5)))).toContain('Yılbaşı')
  })

  test('a week later each takes the place of the next: in an order in which none meets another', () => {
    const series = sundays(4)
    expect(told(series, moveTo(series[0]!, '14:00', addDays(day, 7)))).toEqual([
      '2026-12-20 14:00',
      '2026-12-13 14:00',
      '2026-12-06 14:00',
      '2026-11-29 14:00',
    ])
  })

  test('one that cannot move holds its place against those behind it', () => {
    const series = sundays(3)
    const other = booked('14:00', 30, { startsAt: at('14:00', '2026-12-13'), endsAt: at('14:30', '2026-12-13') })
    expect(told(series, moveTo(series[0]!, '14:00', addDays(day, 7)), [other])).toEqual(['dolu', 'dolu', 'dolu'])
  })

  test('the one moved by hand may stand outside hours, the others may not', () => {
    const series = sundays(2)
    expect(told(series, moveTo(series[0]!, '21:00')).sort()).toEqual(['2026-11-22 21:00', 'kapalı'])
  })
})

test('a visit’s parts keep their distances', () => {
  const visitId = newId()
  const visit = (onDay: string, id = newId()) => [
    booked('14:00', 30, { seriesId, visitId: id, startsAt: at('14:00', onDay), endsAt: at('14:30', onDay) }),
    booked('14:30', 30, {
      seriesId,
      visitId: id,
      staffId: kemal,
      startsAt: at('14:30', onDay),
      endsAt: at('15:00', onDay),
    }),
  ]
  const [first, next] = [visit(day, visitId), visit(addDays(day, 7))]
  const series = [...first, ...next]
  const moves = shiftVisits(
    visitsInScope(series, first[0]!, 'all', now),
    { moved: first, to: [moveTo(first[0]!, '10:00'), moveTo(first[1]!, '10:30')] },
    { zone, now, hours: emptyBook(), appointments: series },
  )
  expect(
    moves.flatMap(one => one.moves.map(move => `${move.staffId === mehmet} ${formatTime(move.startsAt, zone)}`)),
  ).toEqual(['true 10:00', 'false 10:30', 'true 10:00', 'false 10:30'])
})
