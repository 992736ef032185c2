import { expect, test } from 'vitest'
import { newsOf } from '@/components/appointments/news/news'
import type { Appointment, AppointmentEvent } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { at, booked } from './book-of-berber-mehmet'

const since = at('00:00')
const ayse = (time: string, other: Partial<Appointment> = {}) => booked(time, 30, { customerId: newId(), ...other })
const step = (
  { id: appointmentId, staffId, startsAt }: Appointment,
  time: string,
  status: AppointmentEvent['status'],
  other: Partial<AppointmentEvent> = {},
): AppointmentEvent => ({
  id: newId(),
  appointmentId,
  at: at(time),
  status,
  actor: 'customer',
  userId: null,
  staffId,
  startsAt,
  ...other,
})
const byShop = { actor: 'member' as const }
const kinds = (appointments: Appointment[], ...events: AppointmentEvent[]) =>
  newsOf(appointments, id => events.filter(one => one.appointmentId === id), since).map(({ kind }) => kind)

test('a customer’s cancelling, moving and coming are news; what the shop did itself is not', () => {
  const gone = ayse('14:00', { status: 'cancelled' })
  expect(kinds([gone], step(gone, '08:00', 'confirmed', byShop), step(gone, '09:00', 'cancelled'))).toEqual([
    'cancelled',
  ])
  expect(kinds([gone], step(gone, '08:00', 'confirmed', byShop), step(gone, '09:00', 'cancelled', byShop))).toEqual([])
  expect(kinds([ayse('14:00', { customerConfirmedAt: at('09:00') })])).toEqual(['will-come'])
})

test('a move says where it was before', () => {
  const moved = ayse('16:00')
  const events = [
    step(moved, '08:00', 'confirmed', { ...byShop, startsAt: at('14:00') }),
    step(moved, '09:00', 'confirmed'),
  ]
  expect(newsOf([moved], () => events, since)).toMatchObject([{ kind: 'moved', from: at('14:00') }])
})

test('a booking and an offer taken are told apart, and taking an offer is told once', () => {
  const own = ayse('14:00')
  expect(kinds([own], step(own, '08:00', 'held'), step(own, '08:02', 'confirmed'))).toEqual(['booked'])
  expect(kinds([own], step(own, '08:02', 'confirmed'))).toEqual(['booked'])
  const offered = ayse('15:00', { waitingId: newId(), customerConfirmedAt: at('08:02') })
  expect(kinds([offered], step(offered, '08:00', 'held', byShop), step(offered, '08:02', 'confirmed'))).toEqual([
    'accepted',
  ])
})

test('what waits for a yes has its own card and is no news', () => {
  const asked = ayse('14:00', { status: 'requested' })
  expect(kinds([asked], step(asked, '08:00', 'held'), step(asked, '08:02', 'requested'))).toEqual([])
})

test('a visit of several parts is told once, by its first', () => {
  const visitId = newId()
  const parts = [ayse('14:30', { visitId, status: 'cancelled' }), ayse('14:00', { visitId, status: 'cancelled' })]
  const events = parts.flatMap(part => [step(part, '08:00', 'confirmed', byShop), step(part, '09:00', 'cancelled')])
  const news = newsOf(parts, id => events.filter(one => one.appointmentId === id), since)
  expect(news.map(({ appointment }) => appointment)).toEqual([parts[1]])
})

test('yesterday’s appointments are nobody’s news any more, the newest act stands first', () => {
  const past = ayse('14:00', { startsAt: at('14:00', '2026-11-21'), customerConfirmedAt: at('09:00') })
  const [early, late] = [
    ayse('15:00', { customerConfirmedAt: at('09:00') }),
    ayse('14:00', { customerConfirmedAt: at('10:00') }),
  ]
  expect(newsOf([past, early, late], () => [], since).map(({ appointment }) => appointment)).toEqual([late, early])
})
