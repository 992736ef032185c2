import { beforeEach, describe, expect, test } from 'vitest'
import type { Appointment, AppointmentEvent } from '@/lib/appointments/appointment'
import { customersActs } from '@/lib/appointments/browser/customers-acts'
import { waitingWalkIns } from '@/lib/appointments/browser/queue'
import { reasonsToLook } from '@/lib/appointments/browser/reasons-to-look'
import { requestedVisits } from '@/lib/appointments/browser/requests'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { appointmentsOfSeries, partsOfVisit } from '@/lib/appointments/browser/visits'
import { whoWaits, wishesOfCustomer } from '@/lib/appointments/browser/waiting'
import { addToQueue } from '@/lib/appointments/commands/add-to-queue'
import { addWaiting } from '@/lib/appointments/commands/add-waiting'
import { bookVisit } from '@/lib/appointments/commands/book-visit'
import { endWaiting } from '@/lib/appointments/commands/end-waiting'
import { leaveQueue } from '@/lib/appointments/commands/leave-queue'
import { asItWas, setStatus } from '@/lib/appointments/commands/set-status'
import { takeBack } from '@/lib/appointments/commands/take-back'
import { newId } from '@/lib/kernel/id'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import { at, booked, day, kemal, mehmet, sac, zone } from './book-of-berber-mehmet'
import { newPhone } from './phone'
import { shopOfMehmet } from './shop-of-berber-mehmet'

let phone: ShopDatabase
beforeEach(async () => {
  phone = await newPhone()
})
const now = at('08:00')
const stand = (...appointments: Appointment[]) => mirror(phone, 'appointments').bulkAdd(appointments)
const onThatDay = (time: string) => new Date(at(time))

describe('what waits for a yes', () => {
  test('stands as whole visits, the soonest first, and only while it holds its chair', async () => {
    const visitId = newId()
    const asked = (time: string, other: Partial<Appointment> = {}) =>
      booked(time, 30, { status: 'requested', lapsesAt: at('10:00'), ...other })
    const [later, second, first] = [asked('16:00'), asked('14:30', { visitId }), asked('14:00', { visitId })]
    await stand(later, second, first, asked('15:00', { lapsesAt: at('07:59') }), booked('17:00', 30))
    expect(await requestedVisits(phone, now)).toEqual([[first, second], [later]])
    expect(await requestedVisits(phone, at('10:00'))).toEqual([])
  })

  test('[AP23] is there until it is over, where it does not lapse', async () => {
    const quiet = booked('14:00', 30, { status: 'requested', customerId: newId(), lapsesAt: null })
    await stand(quiet)
    expect(await requestedVisits(phone, at('14:29'))).toEqual([[quiet]])
    expect(await requestedVisits(phone, at('14:30'))).toEqual([])
  })
})

describe('[AP16] a yes taken back on the phone', () => {
  test('leaves the request as it was, before the server has heard of either', async () => {
    const lapsesAt = at('12:00')
    const asked = booked('14:00', 30, { status: 'requested', customerId: newId(), lapsesAt })
    await stand(asked)
    await send(phone, setStatus, { id: asked.id, status: 'confirmed' })
    expect(await requestedVisits(phone, now)).toEqual([])
    await send(phone, setStatus, asItWas(asked))
    expect(await requestedVisits(phone, now)).toMatchObject([[{ id: asked.id, status: 'requested', lapsesAt }]])
    expect(await requestedVisits(phone, lapsesAt)).toEqual([])
  })

  test('[AP21] lets who had taken the offer wait again', async () => {
    const wish = {
      id: newId(),
      customerId: newId(),
      serviceId: sac,
      staffId: null,
      fromDay: day,
      toDay: day,
      fromMinute: 0,
      toMinute: 1440,
      createdAt: now,
      endedAt: at('08:30'), // as the server says of who took his offer
    }
    await mirror(phone, 'waiting_list').add(wish)
    const offer = booked('14:00', 30, {
      status: 'held',
      customerId: wish.customerId,
      waitingId: wish.id,
      lapsesAt: at('12:00'),
    })
    await stand({ ...offer, status: 'confirmed', lapsesAt: null })
    expect(await whoWaits(phone, day)).toEqual([])
    await send(phone, setStatus, asItWas(offer))
    expect((await whoWaits(phone, day)).map(({ id }) => id)).toEqual([wish.id])
  })
})

describe('[AP20] the queue', () => {
  const add = (time: string, id = newId()) =>
    send(phone, addToQueue, { id, customerId: null, name: null, serviceId: sac, staffId: null }, onThatDay(time))
  const ids = async () => (await waitingWalkIns(phone, day, zone)).map(({ id }) => id)

  test('is in the order of coming; who has sat down or gone is no longer in it, unless it is taken back', async () => {
    const [first, second, third] = [newId(), newId(), newId()]
    await add('10:10', second)
    await add('10:00', first)
    await add('10:20', third)
    expect(await ids()).toEqual([first, second, third])

    await send(phone, leaveQueue, { id: third, left: true })
    const seat = { ...booked('10:30', 30), note: null }
    await send(phone, bookVisit, {
      visitId: null,
      seriesId: null,
      customerId: null,
      status: 'arrived',
      lapsesAt: null,
      waitingId: null,
      walkInId: first,
      parts: [seat],
    })
    expect(await ids()).toEqual([second])

    await send(phone, leaveQueue, { id: third, left: false })
    await send(phone, takeBack, { ids: [seat.id] })
    expect(await ids()).toEqual([first, second, third])
  })

  test('is empty again the next morning', async () => {
    await add('10:00')
    expect(await waitingWalkIns(phone, '2026-11-23', zone)).toEqual([])
  })
})

describe('[AP21] the waiting list', () => {
  const customerId = newId()
  const wait = async (time: string, other: { toDay?: string; customerId?: string } = {}) => {
    const id = newId()
    const wish = { customerId, serviceId: sac, staffId: null, fromDay: day, toDay: day, fromMinute: 0, toMinute: 1440 }
    await send(phone, addWaiting, { id, ...wish, ...other }, onThatDay(time))
    return id
  }
  const ids = async (today = day) => (await whoWaits(phone, today)).map(({ id }) => id)

  test('is in the order in which they began to wait, without those whose days are over', async () => {
    const [second, first] = [await wait('10:00'), await wait('09:00', { toDay: '2026-11-30' })]
    expect(await ids()).toEqual([first, second])
    expect(await ids('2026-11-23')).toEqual([first])
  })

  test('loses who takes his offer at once, and who waits no longer, and gets him back', async () => {
    const [taken, ended] = [await wait('09:00'), await wait('10:00')]
    const offer = booked('14:00', 30, { status: 'held', waitingId: taken, lapsesAt: at('14:00') })
    await stand(offer)
    expect(await ids()).toEqual([taken, ended])
    await mirror(phone, 'appointments').update(offer.id, { status: 'confirmed' })
    expect(await ids()).toEqual([ended])
    await send(phone, endWaiting, { id: ended, ended: true })
    expect(await ids()).toEqual([])
    await send(phone, endWaiting, { id: ended, ended: false })
    expect(await ids()).toEqual([ended])
  })

  test('is a customer’s own on his card', async () => {
    await wait('09:00', { customerId: newId() })
    const own = await wait('10:00')
    expect((await wishesOfCustomer(phone, customerId, day)).map(({ id }) => id)).toEqual([own])
  })
})

test('there is a reason to look for each thing that is there, and none in a quiet shop', async () => {
  const midnight = at('00:00')
  const quiet = { requests: false, waiting: false, queue: false, news: false }
  await stand(booked('14:00', 30, { customerId: newId() }))
  expect(await reasonsToLook(phone, midnight)).toEqual(quiet)

  await stand(booked('15:00', 30, { status: 'requested', lapsesAt: at('10:00') }))
  await send(
    phone,
    addToQueue,
    { id: newId(), customerId: null, name: null, serviceId: sac, staffId: null },
    onThatDay('00:00'),
  )
  const wish = {
    customerId: newId(),
    serviceId: sac,
    staffId: null,
    fromDay: day,
    toDay: day,
    fromMinute: 0,
    toMinute: 1440,
  }
  await send(phone, addWaiting, { id: newId(), ...wish })
  await stand(booked('16:00', 30, { customerConfirmedAt: at('08:00', '2026-11-16') }))
  expect(await reasonsToLook(phone, midnight)).toEqual({ requests: true, waiting: true, queue: true, news: true })
  // A week later nothing of that is news, and nobody stands in the shop any more.
  expect(await reasonsToLook(phone, at('00:00', '2026-11-29'))).toMatchObject({ queue: false, news: false })
})

test('a visit’s parts and a series’ dates come in the order of the clock', async () => {
  const [visitId, seriesId] = [newId(), newId()]
  const [second, first, alone] = [
    booked('14:30', 30, { visitId, seriesId }),
    booked('14:00', 30, { visitId, seriesId }),
    booked('09:00', 30),
  ]
  await stand(second, first, alone)
  expect(await partsOfVisit(phone, second)).toEqual([first, second])
  expect(await partsOfVisit(phone, alone)).toEqual([alone])
  expect(await appointmentsOfSeries(phone, seriesId)).toEqual([first, second])
})

test('customers’ own acts of late are found with the whole story of each; what the shop did itself is not', async () => {
  const [cancelled, confirmed, old, own] = [
    booked('14:00', 30),
    booked('15:00', 30, { customerConfirmedAt: now }),
    booked('16:00', 30, { customerConfirmedAt: at('08:00', '2026-11-10') }),
    booked('17:00', 30),
  ]
  await stand(cancelled, confirmed, old, own)
  const step = (appointmentId: string, other: Partial<AppointmentEvent> = {}): AppointmentEvent => ({
    id: newId(),
    appointmentId,
    at: now,
    status: 'cancelled',
    actor: 'customer',
    userId: null,
    staffId: mehmet,
    startsAt: now,
    ...other,
  })
  const added = step(cancelled.id, { at: at('08:00', '2026-11-10'), status: 'confirmed', actor: 'member' })
  const ended = step(cancelled.id)
  await mirror(phone, 'appointment_events').bulkAdd([added, ended, step(own.id, { actor: 'member' })])
  const acts = await customersActs(phone, at('00:00', '2026-11-20'))
  expect(acts.appointments).toEqual([cancelled, confirmed])
  expect(acts.eventsOf(cancelled.id)).toEqual([added, ended])
  expect(acts.eventsOf(confirmed.id)).toEqual([])
})

test('the shop’s book holds all that decides; who is moving is not in his own way, and an archived chair serves nobody', async () => {
  const shop = shopOfMehmet()
  const [chair, other] = shop.staff
  await mirror(phone, 'staff').bulkAdd([chair!, { ...other!, archivedAt: now }])
  await mirror(phone, 'services').bulkAdd(shop.services)
  await mirror(phone, 'working_hours').bulkAdd([...shop.hours.hours])
  const moving = booked('14:00', 30, { staffId: kemal })
  await stand(moving, booked('15:00', 30))
  const book = await shopBook(phone, day, 1, zone)
  expect(book).toMatchObject({ rules: null, stepMinutes: 15, appointments: { length: 2 } })
  expect(asBook(book, now).busy).toHaveLength(2)
  expect(asBook(book, now, [moving.id])).toMatchObject({ chairs: [mehmet], busy: { length: 1 } })
})
