import { expect, test } from 'vitest'
import { dayNotes } from '@/components/appointments/day/day-notes'
import type { OpeningHours } from '@/lib/appointments/time/open-time'
import { at, chosen, day, kemal, mehmet, off, openDaily, ranges, special, zone } from './book-of-berber-mehmet'

const chairs = [
  { id: mehmet, name: 'Mehmet' },
  { id: kemal, name: 'Kemal' },
]
const notes = (given: Partial<OpeningHours> = {}, onDay = day, whose = chairs) =>
  dayNotes({
    hours: {
      hours: [...openDaily(mehmet), ...openDaily(kemal)],
      specialHours: [],
      timeOff: [],
      holidayHours: [],
      ...given,
    },
    day: onDay,
    zone,
    chairs: whose,
  })
const arife = '2027-03-08'
const firstDay = '2027-03-09'

test('a day like any other needs no words', () => {
  expect(notes()).toEqual([])
})

test('the eve of a bayram closes at one, unless the shop chose otherwise', () => {
  expect(notes({}, arife)).toEqual(['Ramazan Bayramı arifesi — 13:00’te kapanış'])
  expect(notes({ holidayHours: [chosen('ramazan-arife', 'longer', 22 * 60)] }, arife)).toEqual([
    'Ramazan Bayramı arifesi — 22:00’ye kadar açık',
  ])
  expect(notes({ holidayHours: [chosen('ramazan-arife', 'usual')] }, arife)).toEqual([
    'Ramazan Bayramı arifesi — her zamanki saatler',
  ])
})

test('a bayram is a closed day, said once', () => {
  expect(notes({}, firstDay)).toEqual(['Ramazan Bayramı 1. gün — kapalı'])
})

test('two holidays on one day are both named', () => {
  expect(notes({}, '2027-05-19')).toEqual(['Atatürk’ü Anma, Gençlik ve Spor Bayramı, Kurban Bayramı 4. gün — kapalı'])
})

test('a weekday on which nobody works is closed; one who is not here is named', () => {
  expect(notes({ hours: [] })).toEqual(['Bu gün kapalı'])
  expect(notes({ hours: openDaily(mehmet) })).toEqual(['Kemal bu gün yok'])
})

test('hours of that day only are said, the shop’s and a chair’s own', () => {
  expect(notes({ specialHours: [special(day, ranges('10:00–16:00'))] })).toEqual(['Bu güne özel saatler: 10:00–16:00'])
  expect(notes({ specialHours: [special(day, ranges('10:00–12:00'), kemal)] })).toEqual([
    'Kemal bu gün 10:00–12:00 arası',
  ])
  expect(notes({ specialHours: [special(day, [], kemal)] })).toEqual(['Kemal bu gün yok'])
})

test('who is off is named, with the times only where he is here before or after', () => {
  expect(notes({ timeOff: [off('00:00', '23:59', kemal)] })).toEqual(['Kemal izinli'])
  const errand = { ...off('14:00', '16:00', kemal), note: 'Diş doktoru' }
  expect(notes({ timeOff: [errand] })).toEqual(['Kemal 14:00–16:00 izinli · Diş doktoru'])
  expect(notes({ timeOff: [off('12:00', '13:00', null)] })).toEqual(['Dükkân 12:00–13:00 kapalı'])
})

test('days of leave begin and end where the day does', () => {
  const week = { ...off('10:00', '12:00', kemal), endsAt: at('12:00', '2026-11-28') }
  expect(notes({ timeOff: [week] })).toEqual(['Kemal 10:00–24:00 izinli'])
  expect(notes({ timeOff: [week] }, '2026-11-24')).toEqual(['Kemal izinli'])
})

test('of the others nothing is said where one chair is looked at', () => {
  expect(notes({ timeOff: [off('00:00', '23:59', kemal)] }, day, [chairs[0]!])).toEqual([])
})
