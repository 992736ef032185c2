import { expect, test } from 'vitest'
import { frameOf, hoursOf, inLanes, pxPerMinute, snap } from '@/components/appointments/day/column-layout'
import { at } from './book-of-berber-mehmet'

const time = (from: string, to: string) => ({ start: Date.parse(at(from)), end: Date.parse(at(to)) })

test('whole hours are drawn, from the first thing to the last, and the usual day when there is none', () => {
  const usual = time('09:00', '19:00')
  expect(frameOf([time('09:30', '10:00'), time('19:10', '20:15')], usual)).toEqual(time('09:00', '21:00'))
  expect(frameOf([], usual)).toEqual(usual)
  expect(hoursOf(time('09:00', '12:00'))).toHaveLength(3)
})

test('each appointment is as high as a line of text, and half an hour as a thumb', () => {
  expect(pxPerMinute([]) * 30).toBeGreaterThanOrEqual(48)
  expect(pxPerMinute([time('09:00', '10:00')])).toBe(pxPerMinute([]))
  expect(pxPerMinute([time('09:00', '09:10')]) * 10).toBe(26)
})

test('what shares time stands side by side, everything else takes the whole width', () => {
  const [first, second, third, apart] = [
    time('09:00', '10:00'),
    time('09:30', '10:30'),
    time('10:00', '11:00'),
    time('11:00', '12:00'),
  ]
  expect(inLanes([apart!, third!, second!, first!])).toEqual([
    { item: first, lane: 0, lanes: 2 },
    { item: second, lane: 1, lanes: 2 },
    { item: third, lane: 0, lanes: 2 },
    { item: apart, lane: 0, lanes: 1 },
  ])
})

test('a moment falls on the nearest step of the clock, counted from midnight', () => {
  const [midnight, now] = [at('00:00'), at('14:08')].map(Date.parse) as [number, number]
  expect(snap(now, midnight, 15)).toBe(Date.parse(at('14:15')))
  expect(snap(now, midnight, 20)).toBe(Date.parse(at('14:00')))
})
