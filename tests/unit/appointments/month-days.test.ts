import { expect, test } from 'vitest'
import { monthDays } from '@/components/appointments/day/month-days'
import { booked, day, kemal, off } from './book-of-berber-mehmet'
import { shopOfMehmet } from './shop-of-berber-mehmet'

const first = '2026-11-01'
const month = (...[appointments, given]: Parameters<typeof shopOfMehmet>) =>
  monthDays(shopOfMehmet(appointments, given), { first, filter: null })
const ofDay = (days: ReturnType<typeof month>, onDay = day) => days.find(one => one.day === onDay)!

test('every day of the month stands there once, from its weekday on', () => {
  const days = month()
  expect(days).toHaveLength(30)
  expect(days[0]).toMatchObject({ day: first, weekday: 7 })
  expect(monthDays(shopOfMehmet(), { first: '2027-02-01', filter: null })).toHaveLength(28)
})

test('a day is as full as its open time is booked: two chairs of ten hours each', () => {
  const appointments = [
    booked('09:00', 300),
    booked('14:00', 60, { status: 'done' }),
    booked('15:00', 60, { status: 'cancelled' }),
  ]
  expect(ofDay(month(appointments))).toMatchObject({ fullness: 6 / 20, count: 2, closed: false })
})

test('what stands outside hours fills no hours, and a chair alone is looked at by itself', () => {
  expect(ofDay(month([booked('20:00', 60)]))).toMatchObject({ fullness: 0, count: 1 })
  const kemals = monthDays(shopOfMehmet([booked('09:00', 300, { staffId: kemal })]), { first, filter: kemal })
  expect(ofDay(kemals)).toMatchObject({ fullness: 1 / 2, count: 1 })
})

test('a day on which nobody is here is closed: by the week, by a holiday, by leave', () => {
  const { hours } = shopOfMehmet()
  expect(ofDay(month([], { hours: { ...hours, hours: [] } })).closed).toBe(true)
  expect(ofDay(month([], { hours: { ...hours, timeOff: [off('00:00', '23:59', null)] } })).closed).toBe(true)
  const january = monthDays(shopOfMehmet(), { first: '2027-01-01', filter: null })
  expect(january.map(({ closed }) => closed).indexOf(true)).toBe(0)
  expect(january[1]!.closed).toBe(false)
})

test('what stands half an hour after midnight belongs to the day that has begun', () => {
  const days = month([booked('00:30', 30)])
  expect(ofDay(days).count).toBe(1)
  expect(ofDay(days, '2026-11-21').count).toBe(0)
})
