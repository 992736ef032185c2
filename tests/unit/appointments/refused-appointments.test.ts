import { beforeEach, expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/book-appointment'
import { agendaOfDay } from '@/lib/appointments/browser/agenda'
import { rebook, refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import { moveAppointment } from '@/lib/appointments/move-appointment'
import { setStatus } from '@/lib/appointments/set-status'
import { newId } from '@/lib/kernel/id'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { waitingCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { at, booked, day, kemal, mehmet, zone } from './book-of-berber-mehmet'
import { newPhone, refuseAll } from './phone'

let phone: ShopDatabase
beforeEach(async () => {
  phone = await newPhone()
})

const halfPastTwo = { staffId: kemal, startsAt: at('14:30'), endsAt: at('15:00') }
const { id, staffId, customerId, serviceId, startsAt, endsAt, price, note } = booked('14:00', 30, {
  customerId: newId(),
})
const ahmet = { id, staffId, customerId, serviceId, startsAt, endsAt, price, note }
const shown = () => agendaOfDay(phone, day, zone)

test('a booking that lost its place is kept, and one tap books the same customer and service at another time', async () => {
  await send(phone, bookAppointment, ahmet)
  await refuseAll(phone, 'slot-taken')
  expect(await shown()).toEqual([])

  const [refused] = await refusedAppointments(phone)
  expect(refused).toMatchObject({ reason: 'slot-taken', wanted: ahmet, standing: null })
  await rebook(phone, refused!, halfPastTwo)

  const { customerId, serviceId, price } = ahmet
  expect(await shown()).toMatchObject([{ ...halfPastTwo, customerId, serviceId, price, status: 'confirmed' }])
  expect(await refusedAppointments(phone)).toEqual([])
  expect(await waitingCommands(phone)).toHaveLength(1)
})

test('an appointment whose move was refused stands where it was, and one tap moves it elsewhere', async () => {
  const standing = booked('14:00', 30)
  await mirror(phone, 'appointments').add(standing)
  await send(phone, moveAppointment, { id: standing.id, staffId: mehmet, startsAt: at('16:00'), endsAt: at('16:30') })
  await refuseAll(phone, 'slot-taken')
  expect(await shown()).toEqual([standing])

  const [refused] = await refusedAppointments(phone)
  expect(refused).toMatchObject({ wanted: { startsAt: at('16:00') }, standing })
  await rebook(phone, refused!, halfPastTwo)
  expect(await shown()).toMatchObject([{ ...halfPastTwo, id: standing.id }])
  expect(await refusedAppointments(phone)).toEqual([])
})

test('a cancelled appointment that could not be opened again is booked anew, and the cancelled one stays in the book', async () => {
  const cancelled = booked('14:00', 30, { status: 'cancelled' })
  await mirror(phone, 'appointments').add(cancelled)
  await send(phone, setStatus, { id: cancelled.id, status: 'confirmed' })
  await refuseAll(phone, 'slot-taken')

  const [refused] = await refusedAppointments(phone)
  await rebook(phone, refused!, halfPastTwo)
  expect((await shown()).map(({ status, startsAt }) => [status, startsAt])).toEqual([
    ['cancelled', at('14:00')],
    ['confirmed', at('14:30')],
  ])
})

test('a refusal about an appointment the phone does not have offers nothing to book', async () => {
  await send(phone, setStatus, { id: newId(), status: 'done' })
  await refuseAll(phone, 'missing')
  expect(await refusedAppointments(phone)).toMatchObject([{ reason: 'missing', wanted: null, standing: null }])
})

test('when the new booking cannot be written, the refusal stays', async () => {
  await send(phone, bookAppointment, ahmet)
  await refuseAll(phone, 'slot-taken')
  const [refused] = await refusedAppointments(phone)
  await expect(rebook(phone, refused!, { ...halfPastTwo, endsAt: halfPastTwo.startsAt })).rejects.toThrow()
  expect(await refusedAppointments(phone)).toHaveLength(1)
})

test('an appointment over midnight is in the book of both days', async () => {
  const late = booked('23:30', 60)
  await mirror(phone, 'appointments').add(late)
  expect(await agendaOfDay(phone, '2026-11-22', zone)).toEqual([late])
  expect(await agendaOfDay(phone, '2026-11-23', zone)).toEqual([late])
  expect(await agendaOfDay(phone, '2026-11-24', zone)).toEqual([])
})
