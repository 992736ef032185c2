import { expect, test } from 'vitest'
import { inTheWay, isWithinHours } from '@/lib/appointments/chair-time'
import { at, booked, kemal, mehmet, openDaily, zone } from './book-of-berber-mehmet'

const slot = (from: string, to: string, staffId = mehmet) => ({ staffId, startsAt: at(from), endsAt: at(to) })

test('an appointment that overlaps by a minute is in the way; one that only touches is not', () => {
  const ahmet = booked('14:00', 30)
  expect(inTheWay([ahmet], slot('14:29', '15:00'))).toBe(ahmet)
  expect(inTheWay([ahmet], slot('14:30', '15:00'))).toBeUndefined()
  expect(inTheWay([ahmet], slot('13:30', '14:00'))).toBeUndefined()
})

test('another chair, and an appointment that is over, are not in the way', () => {
  expect(inTheWay([booked('14:00', 30)], slot('14:00', '14:30', kemal))).toBeUndefined()
  expect(inTheWay([booked('14:00', 30, { status: 'done' })], slot('14:00', '14:30'))).toBeUndefined()
})

test('an appointment that is moved by a quarter of an hour is not in its own way', () => {
  const ahmet = booked('14:00', 30)
  expect(inTheWay([ahmet], slot('14:15', '14:45'), ahmet.id)).toBeUndefined()
})

test('what runs past closing time or into the break is outside hours', () => {
  const hours = openDaily(mehmet, [
    [540, 780],
    [840, 1140],
  ])
  expect(isWithinHours(hours, slot('18:30', '19:00'), zone)).toBe(true)
  expect(isWithinHours(hours, slot('18:45', '19:15'), zone)).toBe(false)
  expect(isWithinHours(hours, slot('12:45', '13:15'), zone)).toBe(false)
  expect(isWithinHours(hours, slot('10:00', '10:30', kemal), zone)).toBe(false)
})
