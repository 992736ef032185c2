import { expect, test } from 'vitest'
import { openings } from '@/components/appointments/waiting/openings'
import type { Appointment, Waiting } from '@/lib/appointments/appointment'
import { asBook } from '@/lib/appointments/browser/shop-book'
import { newId } from '@/lib/kernel/id'
import { addDays, formatTime } from '@/lib/kernel/zone'
import { at, booked, boya, day, kemal, mehmet, sac, zone } from './book-of-berber-mehmet'
import { rules, shopOfMehmet } from './shop-of-berber-mehmet'

const now = at('08:00')
const waits = (since: string, other: Partial<Waiting> = {}): Waiting => ({
  id: newId(),
  customerId: newId(),
  serviceId: sac,
  staffId: null,
  fromDay: day,
  toDay: day,
  fromMinute: 0,
  toMinute: 1440,
  createdAt: at(since, '2026-11-20'),
  endedAt: null,
  ...other,
})
/** Both chairs booked from nine to seven, but for two o'clock in Mehmet's and five in Kemal's. */
const nearlyFull = [
  booked('09:00', 300),
  booked('14:30', 270),
  booked('09:00', 480, { staffId: kemal }),
  booked('17:30', 90, { staffId: kemal }),
]
const found = (waiting: Waiting[], appointments: Appointment[] = nearlyFull, offered: Appointment[] = []) =>
  openings(asBook(shopOfMehmet(appointments), now), { appointments, waiting, offered, rules })
const told = (...args: Parameters<typeof found>) =>
  found(...args).map(({ slot, offers }) => [formatTime(slot.startsAt, zone), ...offers.map(({ waiting }) => waiting)])

test('[AP21] a free time stands with those who would take it, in the order in which they began to wait', () => {
  const [first, second] = [waits('09:00'), waits('10:00')]
  expect(told([second, first])).toEqual([['14:00', first, second]])
})

test('each who waits stands in one free time only, the first that suits him', () => {
  const [evening, kemals] = [waits('09:00', { fromMinute: 17 * 60 }), waits('10:00', { staffId: kemal })]
  expect(told([waits('11:00'), evening, kemals]).map(([time]) => time)).toEqual(['14:00', '17:00'])
})

test('where nothing fits nobody is told of anything', () => {
  expect(told([waits('09:00', { serviceId: boya })])).toEqual([])
})

test('a time somebody let go is told apart from one nobody ever had', () => {
  expect(found([waits('09:00')])).toMatchObject([{ freed: false }])
  expect(found([waits('09:00')], [...nearlyFull, booked('14:00', 30, { status: 'cancelled' })])).toMatchObject([
    { freed: true },
  ])
})

test('who has an offer to answer is not offered anything else; when it has lapsed the next one is', () => {
  const [first, second] = [waits('09:00'), waits('10:00')]
  const offer = (lapsesAt: string) =>
    booked('14:00', 30, { status: 'held', waitingId: first.id, lapsesAt: at(lapsesAt) })
  const held = offer('08:10')
  expect(told([first, second], [...nearlyFull, held], [held])).toEqual([['17:00', second]])
  const lapsed = offer('07:50')
  expect(told([first, second], [...nearlyFull, lapsed], [lapsed])).toEqual([
    ['14:00', second],
    ['17:00', first],
  ])
})

test('nobody is looked for beyond the days he would come', () => {
  const appointments = nearlyFull.slice(0, 2).concat(booked('09:00', 600, { staffId: kemal }), booked('14:00', 30))
  expect(told([waits('09:00')], appointments)).toEqual([])
  expect(told([waits('09:00', { toDay: addDays(day, 1) })], appointments).map(([time]) => time)).toEqual(['09:00'])
  expect(found([waits('09:00', { toDay: addDays(day, 1), staffId: mehmet })], appointments)[0]!.slot.staffId).toBe(
    mehmet,
  )
})
