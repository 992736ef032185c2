import { expect, test } from 'vitest'
import { historyLines } from '@/components/appointments/visit/history'
import type { AppointmentEvent } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { at, kemal, mehmet, zone } from './book-of-berber-mehmet'

const me = newId()
const looking = { userId: me, zone, now: at('12:00') }
const yesterday = '2026-11-21'

const event = (time: string, status: AppointmentEvent['status'], other: Partial<AppointmentEvent> = {}) => ({
  id: newId(),
  appointmentId: newId(),
  at: at(time),
  status,
  actor: 'member' as const,
  userId: me,
  staffId: mehmet,
  startsAt: at('14:00'),
  ...other,
})
const byCustomer = { actor: 'customer' as const, userId: null }
const byNobody = { actor: 'nobody' as const, userId: null }
const told = (...events: AppointmentEvent[]) => historyLines(events, looking)

test('[AP16] who wrote it down, who moved it and where from, who ended it', () => {
  expect(
    told(
      event('14:05', 'confirmed', { at: at('14:05', yesterday) }),
      event('09:10', 'confirmed', { ...byCustomer, startsAt: at('15:30') }),
      event('11:00', 'cancelled', { startsAt: at('15:30'), userId: newId() }),
    ),
  ).toEqual([
    'Dün 14:05 siz eklediniz',
    'Bugün 09:10 müşteri taşıdı (14:00 → 15:30)',
    'Bugün 11:00 ekibiniz iptal etti',
  ])
})

test('a move to another day names both days, one to another chair no time', () => {
  const added = event('09:00', 'confirmed')
  expect(told(added, event('10:00', 'confirmed', { startsAt: at('14:00', '2026-11-24') })).at(-1)).toBe(
    'Bugün 10:00 siz taşıdınız (22 Kasım Pazar 14:00 → 24 Kasım Salı 14:00)',
  )
  expect(told(added, event('10:00', 'confirmed', { staffId: kemal })).at(-1)).toBe('Bugün 10:00 siz taşıdınız')
})

test('what a customer asked for and the shop agreed to is two lines, though he chose a time first', () => {
  expect(
    told(
      event('09:00', 'held', byCustomer),
      event('09:02', 'requested', byCustomer),
      event('09:30', 'confirmed'),
      event('10:00', 'arrived'),
      event('10:30', 'done'),
    ),
  ).toEqual(['Bugün 09:02 müşteri istedi', 'Bugün 09:30 siz onayladınız', 'Bugün 10:00 geldi', 'Bugün 10:30 bitti'])
})

test('a yes or a no taken back is a line of its own', () => {
  const asked = event('09:00', 'requested', byCustomer)
  expect(told(asked, event('09:30', 'confirmed'), event('09:31', 'requested'))).toEqual([
    'Bugün 09:00 müşteri istedi',
    'Bugün 09:30 siz onayladınız',
    'Bugün 09:31 siz yeniden onaya bıraktınız',
  ])
  expect(told(asked, event('09:30', 'cancelled'), event('09:31', 'requested', { userId: newId() })).at(-1)).toBe(
    'Bugün 09:31 ekibiniz yeniden onaya bıraktı',
  )
})

test('booked without asking, offered and taken, lapsed, opened again', () => {
  expect(told(event('09:00', 'held', byCustomer), event('09:02', 'confirmed', byCustomer))).toEqual([
    'Bugün 09:02 müşteri aldı',
  ])
  expect(told(event('09:00', 'held'), event('09:04', 'confirmed', byCustomer))).toEqual([
    'Bugün 09:00 siz teklif ettiniz',
    'Bugün 09:04 müşteri kabul etti',
  ])
  expect(told(event('09:00', 'held'), event('09:10', 'lapsed', byNobody)).at(-1)).toBe('Bugün 09:10 süresi doldu')
  expect(told(event('09:00', 'confirmed'), event('10:00', 'no-show'), event('10:05', 'confirmed')).at(-1)).toBe(
    'Bugün 10:05 siz yeniden açtınız',
  )
})

test('who sat down from the queue was not written down before', () => {
  expect(told(event('09:00', 'arrived'))).toEqual(['Bugün 09:00 siz sıradan aldınız'])
})

test('the order in which events arrive on the phone does not matter', () => {
  const [first, second] = [event('09:00', 'confirmed'), event('10:00', 'cancelled')]
  expect(told(second, first)).toEqual(told(first, second))
})
