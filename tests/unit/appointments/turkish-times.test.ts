import { expect, test } from 'vitest'
import { atTime, untilTime } from '@/components/appointments/turkish-times'

test.each([
  ['13:00', '13:00’te', '13:00’e'], // on üç
  ['18:00', '18:00’de', '18:00’e'], // on sekiz
  ['19:00', '19:00’da', '19:00’a'], // on dokuz
  ['20:00', '20:00’de', '20:00’ye'], // yirmi
  ['22:00', '22:00’de', '22:00’ye'], // yirmi iki
  ['14:30', '14:30’da', '14:30’a'], // otuz
  ['12:40', '12:40’ta', '12:40’a'], // kırk
  ['09:15', '09:15’te', '09:15’e'], // on beş
  ['00:00', '00:00’da', '00:00’a'], // sıfır
  ['16:06', '16:06’da', '16:06’ya'], // altı
])('%s is said as it is spoken', (time, at, until) => {
  expect([atTime(time), untilTime(time)]).toEqual([at, until])
})

test('a day before the time changes nothing', () => {
  expect(untilTime('Yarın 11:00')).toBe('Yarın 11:00’e')
})
