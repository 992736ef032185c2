import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment, WalkIn } from '@/lib/appointments/appointment'
import { queueTimes } from '@/lib/appointments/offers/queue-times'
import { newId } from '@/lib/kernel/id'
import { addMinutes, formatTime } from '@/lib/kernel/zone'
import { at, booked, boya, emptyBook, kemal, mehmet, sac, sakal, zone } from './book-of-berber-mehmet'

const { busy: _, ...shop } = emptyBook({ now: at('10:00') })
const waits = (since: string, other: Partial<WalkIn> = {}): WalkIn => ({
  id: newId(),
  customerId: null,
  name: 'Ali',
  serviceId: sac,
  staffId: null,
  arrivedAt: at(since),
  leftAt: null,
  appointmentId: null,
  ...other,
})
const seats = (walkIns: WalkIn[], appointments: Appointment[] = [], given: Partial<typeof shop> = {}) =>
  queueTimes({ ...shop, ...given, appointments }, walkIns).map(({ seat }) =>
    seat ? `${seat.staffId === mehmet ? 'Mehmet' : 'Kemal'} ${formatTime(seat.startsAt, zone)}` : 'not today',
  )
const until = (time: string, staffId: string) => {
  const minutes = (Date.parse(at(time)) - Date.parse(at('09:00'))) / 60_000
  return booked('09:00', minutes, { staffId, status: 'arrived' })
}

describe('[AP20] who waits sits down', () => {
  test('at once when a chair is free, the one held for less of the day first', () => {
    expect(seats([waits('09:58')])).toEqual(['Mehmet 10:00'])
    expect(seats([waits('09:58')], [booked('15:00', 30)])).toEqual(['Kemal 10:00'])
  })

  test('in the order in which they came, whatever order they are given in', () => {
    const [first, second, third] = [waits('09:30'), waits('09:40'), waits('09:50')]
    const found = queueTimes({ ...shop, appointments: [] }, [third!, first!, second!])
    expect(found.map(({ walkIn }) => walkIn)).toEqual([first, second, third])
    expect(seats([third!, first!, second!])).toEqual(['Mehmet 10:00', 'Kemal 10:00', 'Mehmet 10:30'])
  })

  test('where his service fits before who has booked', () => {
    const book = [until('10:10', mehmet), booked('10:30', 60, { staffId: mehmet }), until('11:00', kemal)]
    expect(seats([waits('09:50', { serviceId: sakal })], book)).toEqual(['Mehmet 10:10'])
    expect(seats([waits('09:50')], book)).toEqual(['Kemal 11:00'])
  })

  test('a short service slips in where the longer one before it does not fit', () => {
    const book = [booked('10:15', 45, { staffId: mehmet }), until('12:00', kemal)]
    expect(seats([waits('09:30'), waits('09:40', { serviceId: sakal })], book)).toEqual([
      'Mehmet 11:00',
      'Mehmet 10:00',
    ])
  })

  test('in the chair he asked for, and only in one that serves it', () => {
    expect(seats([waits('09:30', { staffId: kemal }), waits('09:40', { staffId: kemal })])).toEqual([
      'Kemal 10:00',
      'Kemal 10:30',
    ])
    const staffServices = [{ id: '1', staffId: mehmet, serviceId: sac, offered: false, minutes: null, price: null }]
    expect(seats([waits('09:30'), waits('09:40')], [], { staffServices })).toEqual(['Kemal 10:00', 'Kemal 10:30'])
  })

  test('not today when nothing is long enough before closing', () => {
    expect(seats([waits('18:00', { serviceId: boya })], [], { now: at('18:20') })).toEqual(['not today'])
  })

  test('no more when he has left or has sat down', () => {
    expect(seats([waits('09:00', { leftAt: at('09:30') }), waits('09:10', { appointmentId: newId() })])).toEqual([])
  })
})

test('[AP20] whoever waits and whatever is booked, no chair is promised twice', () => {
  const time = fc.record({ from: fc.integer({ min: 540, max: 1100 }), minutes: fc.integer({ min: 5, max: 90 }) })
  const anyAppointments = fc.array(fc.record({ time, staffId: fc.constantFrom(mehmet, kemal) }), { maxLength: 12 })
  const anyWalkIns = fc.array(fc.constantFrom(sac, boya, sakal), { maxLength: 8 })
  let seated = 0
  fc.assert(
    fc.property(anyAppointments, anyWalkIns, (rows, serviceIds) => {
      const appointments = rows.map(({ time: { from, minutes }, staffId }) => {
        const startsAt = addMinutes(at('00:00'), from)
        return booked('00:00', 0, { startsAt, endsAt: addMinutes(startsAt, minutes), staffId })
      })
      const walkIns = serviceIds.map((serviceId, i) => waits(`09:${10 + i}`, { serviceId }))
      const given = queueTimes({ ...shop, appointments }, walkIns).flatMap(({ seat }) => seat ?? [])
      seated += given.length
      for (const [i, seat] of given.entries()) {
        for (const other of [...appointments, ...given.slice(i + 1)]) {
          expect(seat.staffId === other.staffId && seat.startsAt < other.endsAt && other.startsAt < seat.endsAt).toBe(
            false,
          )
        }
      }
    }),
  )
  expect(seated).toBeGreaterThan(100)
})

describe('[AP20] what runs late', () => {
  const busyKemal = until('15:00', kemal)

  test('counts as ending now, rounded up to five minutes', () => {
    expect(seats([waits('09:50')], [until('09:45', mehmet), busyKemal], { now: at('10:02') })).toEqual(['Mehmet 10:05'])
  })

  test('is cleaned up after all the same', () => {
    const late = { ...until('09:45', mehmet), cleanMinutes: 10 }
    expect(seats([waits('09:50')], [late, busyKemal], { now: at('10:02') })).toEqual(['Mehmet 10:15'])
    expect(seats([waits('09:50')], [{ ...late, status: 'done', statusAt: at('09:45') }, busyKemal])).toEqual([
      'Mehmet 10:00',
    ])
  })

  test('and was forgotten when it is an hour ago', () => {
    const forgotten = booked('08:30', 20, { cleanMinutes: 30 })
    expect(seats([waits('09:50')], [forgotten, busyKemal])).toEqual(['Mehmet 10:00'])
  })
})
