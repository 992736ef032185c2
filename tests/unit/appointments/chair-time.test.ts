import { describe, expect, test } from 'vitest'
import { inTheWay } from '@/lib/appointments/time/chair-time'
import { at, booked, kemal, mehmet } from './book-of-berber-mehmet'

const now = at('08:00')
const slot = (from: string, to: string, staffId = mehmet, prepareMinutes = 0, cleanMinutes = 0) => ({
  staffId,
  startsAt: at(from),
  endsAt: at(to),
  prepareMinutes,
  cleanMinutes,
})

describe('[AP12] in the way of a slot', () => {
  test('is an appointment that overlaps by a minute, not one that only touches', () => {
    const ahmet = booked('14:00', 30)
    expect(inTheWay([ahmet], slot('14:29', '15:00'), now)).toBe(ahmet)
    expect(inTheWay([ahmet], slot('14:30', '15:00'), now)).toBeUndefined()
    expect(inTheWay([ahmet], slot('13:30', '14:00'), now)).toBeUndefined()
  })

  test('is preparation and clean-up too, of either', () => {
    const ahmet = booked('14:00', 30, { prepareMinutes: 10, cleanMinutes: 5 })
    expect(inTheWay([ahmet], slot('14:30', '15:00'), now)).toBe(ahmet)
    expect(inTheWay([ahmet], slot('14:35', '15:00'), now)).toBeUndefined()
    expect(inTheWay([ahmet], slot('14:35', '15:00', mehmet, 1), now)).toBe(ahmet)
    expect(inTheWay([ahmet], slot('13:00', '13:50'), now)).toBeUndefined()
    expect(inTheWay([ahmet], slot('13:00', '13:50', mehmet, 0, 1), now)).toBe(ahmet)
  })

  test('is nobody in another chair, and nobody who is over', () => {
    expect(inTheWay([booked('14:00', 30)], slot('14:00', '14:30', kemal), now)).toBeUndefined()
    for (const status of ['done', 'no-show', 'cancelled', 'lapsed'] as const) {
      expect(inTheWay([booked('14:00', 30, { status })], slot('14:00', '14:30'), now)).toBeUndefined()
    }
  })

  test('is not the appointment itself when it moves by a quarter of an hour', () => {
    const ahmet = booked('14:00', 30)
    expect(inTheWay([ahmet], slot('14:15', '14:45'), now, ahmet.id)).toBeUndefined()
  })
})

test('[AP14] a hold or a request is in the way until its time is up, and not at that moment any more', () => {
  for (const status of ['held', 'requested'] as const) {
    const asked = booked('14:00', 30, { status, lapsesAt: at('08:10') })
    expect(inTheWay([asked], slot('14:00', '14:30'), at('08:09'))).toBe(asked)
    expect(inTheWay([asked], slot('14:00', '14:30'), at('08:10'))).toBeUndefined()
    const endless = booked('14:00', 30, { status, lapsesAt: null })
    expect(inTheWay([endless], slot('14:00', '14:30'), at('23:00'))).toBe(endless)
  }
})
