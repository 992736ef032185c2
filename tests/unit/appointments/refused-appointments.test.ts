import { beforeEach, expect, test } from 'vitest'
import { agendaOfDay } from '@/lib/appointments/browser/agenda'
import { rebook } from '@/lib/appointments/browser/rebook'
import { refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import { bookAppointment } from '@/lib/appointments/commands/book-appointment'
import { bookVisit, type Visit } from '@/lib/appointments/commands/book-visit'
import { moveAppointment } from '@/lib/appointments/commands/move-appointment'
import { moveVisit } from '@/lib/appointments/commands/move-visit'
import { setStatus } from '@/lib/appointments/commands/set-status'
import { takeBack } from '@/lib/appointments/commands/take-back'
import { newId } from '@/lib/kernel/id'
import { addMinutes } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { waitingCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { at, booked, boya, day, kemal, mehmet, sac, zone } from './book-of-berber-mehmet'
import { newPhone, refuseAll } from './phone'

let phone: ShopDatabase
beforeEach(async () => {
  phone = await newPhone()
})

const customerId = newId()
const part = (time: string, minutes: number, other: { staffId?: string; serviceId?: string } = {}) => ({
  id: newId(),
  staffId: mehmet,
  serviceId: sac,
  startsAt: at(time),
  endsAt: addMinutes(at(time), minutes),
  prepareMinutes: 0,
  cleanMinutes: 5,
  price: 40_000,
  note: null,
  ...other,
})
const visit = (parts: Visit['parts'], other: Partial<Visit> = {}): Visit => ({
  visitId: parts.length > 1 ? newId() : null,
  seriesId: null,
  customerId,
  status: 'confirmed',
  lapsesAt: null,
  waitingId: null,
  walkInId: null,
  parts,
  ...other,
})
const ahmet = visit([part('14:00', 30)])
const halfPastTwo = { ...part('14:30', 30), staffId: kemal }
const shown = () => agendaOfDay(phone, day, zone)

test('two taps book once', async () => {
  await send(phone, bookVisit, ahmet)
  await refuseAll(phone, 'slot-taken')
  const [refused] = await refusedAppointments(phone)
  await Promise.all([rebook(phone, refused!, [part('16:00', 30)]), rebook(phone, refused!, [halfPastTwo])])
  expect(await shown()).toMatchObject([{ startsAt: at('16:00') }])
})

test('a booking that lost its place is kept, and one tap books the same customer and service at another time', async () => {
  await send(phone, bookVisit, ahmet)
  await refuseAll(phone, 'slot-taken')
  expect(await shown()).toEqual([])

  const [refused] = await refusedAppointments(phone)
  expect(refused).toMatchObject({ reason: 'slot-taken', wanted: ahmet.parts, standing: [], visit: { customerId } })
  await rebook(phone, refused!, [halfPastTwo])

  const { staffId, startsAt, serviceId, price, cleanMinutes } = halfPastTwo
  expect(await shown()).toMatchObject([
    { staffId, startsAt, customerId, serviceId, price, cleanMinutes, status: 'confirmed' },
  ])
  expect(await refusedAppointments(phone)).toEqual([])
  expect(await waitingCommands(phone)).toHaveLength(1)
})

test('[AP13] a visit of several parts is booked again whole, under one visit and in its series', async () => {
  const seriesId = newId()
  const parts = [part('14:00', 30), part('14:30', 60, { staffId: kemal, serviceId: boya })]
  await send(phone, bookVisit, visit(parts, { seriesId }))
  await refuseAll(phone, 'slot-taken')
  expect(await shown()).toEqual([])

  const [refused] = await refusedAppointments(phone)
  await rebook(phone, refused!, [part('16:00', 30), part('16:30', 60, { staffId: kemal, serviceId: boya })])
  const again = await shown()
  expect(again.map(({ startsAt, serviceId }) => [startsAt, serviceId])).toEqual([
    [at('16:00'), sac],
    [at('16:30'), boya],
  ])
  expect(again[0]!.visitId).not.toBeNull()
  expect(again[1]).toMatchObject({ visitId: again[0]!.visitId, seriesId })
})

test('what a phone of the first version could not book is offered other times too', async () => {
  const { prepareMinutes: _, cleanMinutes: __, ...old } = ahmet.parts[0]!
  await send(phone, bookAppointment, { ...old, customerId })
  await refuseAll(phone, 'slot-taken')
  const [refused] = await refusedAppointments(phone)
  await rebook(phone, refused!, [halfPastTwo])
  expect(await shown()).toMatchObject([{ startsAt: at('14:30'), customerId }])
})

test.each(['moveVisit', 'moveAppointment'] as const)(
  'an appointment whose move was refused stands where it was, and one tap moves it elsewhere (%s)',
  async how => {
    const standing = booked('14:00', 30)
    await mirror(phone, 'appointments').add(standing)
    const move = { id: standing.id, staffId: mehmet, startsAt: at('16:00'), endsAt: at('16:30') }
    if (how === 'moveVisit') await send(phone, moveVisit, { moves: [move] })
    else await send(phone, moveAppointment, move)
    await refuseAll(phone, 'slot-taken')
    expect(await shown()).toEqual([standing])

    const [refused] = await refusedAppointments(phone)
    expect(refused).toMatchObject({ wanted: [{ startsAt: at('16:00') }], standing: [standing] })
    await rebook(phone, refused!, [halfPastTwo])
    expect(await shown()).toMatchObject([{ id: standing.id, staffId: kemal, startsAt: at('14:30') }])
    expect(await refusedAppointments(phone)).toEqual([])
  },
)

test('[AP13] a visit whose move was refused is moved elsewhere whole', async () => {
  const visitId = newId()
  const [first, second] = [booked('14:00', 30, { visitId }), booked('14:30', 30, { visitId, staffId: kemal })]
  await mirror(phone, 'appointments').bulkAdd([second, first])
  const to = ({ id, staffId }: typeof first, time: string) => ({
    id,
    staffId,
    startsAt: at(time),
    endsAt: addMinutes(at(time), 30),
  })
  await send(phone, moveVisit, { moves: [to(first, '16:00'), to(second, '16:30')] })
  await refuseAll(phone, 'slot-taken')

  const [refused] = await refusedAppointments(phone)
  expect(refused!.wanted.map(({ startsAt }) => startsAt)).toEqual([at('16:00'), at('16:30')])
  await rebook(phone, refused!, [part('17:00', 30), part('17:30', 30, { staffId: kemal })])
  expect(await shown()).toMatchObject([
    { id: first.id, startsAt: at('17:00') },
    { id: second.id, startsAt: at('17:30') },
  ])
  expect(await waitingCommands(phone)).toHaveLength(1)
})

test('a cancelled appointment that could not be opened again is booked anew, and the cancelled one stays in the book', async () => {
  const cancelled = booked('14:00', 30, { status: 'cancelled' })
  await mirror(phone, 'appointments').add(cancelled)
  await send(phone, setStatus, { id: cancelled.id, status: 'confirmed' })
  await refuseAll(phone, 'slot-taken')

  const [refused] = await refusedAppointments(phone)
  await rebook(phone, refused!, [halfPastTwo])
  expect((await shown()).map(({ status, startsAt }) => [status, startsAt])).toEqual([
    ['cancelled', at('14:00')],
    ['confirmed', at('14:30')],
  ])
})

test('a booking that could not be taken back is shown, with the appointment that stands', async () => {
  const done = booked('14:00', 30, { status: 'done' })
  await mirror(phone, 'appointments').add(done)
  await send(phone, takeBack, { ids: [done.id] })
  await refuseAll(phone, 'not-open')
  expect(await refusedAppointments(phone)).toMatchObject([{ reason: 'not-open', standing: [done] }])
})

test('a refusal about an appointment the phone does not have offers nothing to book', async () => {
  await send(phone, setStatus, { id: newId(), status: 'done' })
  await refuseAll(phone, 'missing')
  expect(await refusedAppointments(phone)).toMatchObject([{ reason: 'missing', wanted: [], standing: [] }])
})

test('when the new booking cannot be written, the refusal stays', async () => {
  await send(phone, bookVisit, ahmet)
  await refuseAll(phone, 'slot-taken')
  const [refused] = await refusedAppointments(phone)
  await expect(rebook(phone, refused!, [{ ...halfPastTwo, endsAt: halfPastTwo.startsAt }])).rejects.toThrow()
  expect(await refusedAppointments(phone)).toHaveLength(1)
})

test('an appointment over midnight is in the book of both days', async () => {
  const late = booked('23:30', 60)
  await mirror(phone, 'appointments').add(late)
  expect(await agendaOfDay(phone, '2026-11-22', zone)).toEqual([late])
  expect(await agendaOfDay(phone, '2026-11-23', zone)).toEqual([late])
  expect(await agendaOfDay(phone, '2026-11-24', zone)).toEqual([])
})
