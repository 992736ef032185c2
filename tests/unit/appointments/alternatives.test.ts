import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternatives } from '@/lib/appointments/offers/alternatives'
import type { Offer } from '@/lib/appointments/offers/available-slots'
import { busyOf } from '@/lib/appointments/time/book'
import { inTheWay } from '@/lib/appointments/time/chair-time'
import { formatTime } from '@/lib/kernel/zone'
import { at, booked, boya, busy, emptyBook, kemal, mehmet, sac, zone } from './book-of-berber-mehmet'

const wanted = { startsAt: at('14:00'), parts: [{ serviceId: sac, staffId: mehmet }], stepMinutes: 30, limits: null }
const shown = (offers: Offer[]) =>
  offers.map(
    ({ startsAt, parts }) =>
      `${parts.map(part => (part.staffId === mehmet ? 'Mehmet' : 'Kemal')).join(' + ')} ${formatTime(startsAt, zone)}`,
  )

test('[AP15] who lost 14:00 is offered the times around it in the same chair', () => {
  const book = emptyBook({ busy: [busy('14:00–14:30')] })
  expect(shown(alternatives(book, wanted))).toEqual(['Mehmet 13:30', 'Mehmet 14:30', 'Mehmet 13:00'])
})

test('[AP15] when the chair is full that day, another chair is offered at the same time before another day', () => {
  const book = emptyBook({ busy: [busy('09:00–19:00')] })
  expect(shown(alternatives(book, wanted))).toEqual(['Kemal 14:00', 'Kemal 13:30', 'Kemal 14:30'])
})

test('[AP15] when everybody is full that day, that time of the next day is offered', () => {
  const book = emptyBook({ busy: [busy('09:00–19:00'), busy('09:00–19:00', kemal)] })
  const found = alternatives(book, wanted)
  expect(found[0]!.startsAt).toBe(at('14:00', '2026-11-23'))
  expect(found.every(offer => offer.parts[0]!.staffId === mehmet)).toBe(true)
})

test('[AP15] a refusal that arrives days later offers that time today, not the past', () => {
  const found = alternatives(emptyBook({ now: at('12:00', '2026-11-25') }), wanted)
  expect(found.map(offer => offer.startsAt)).toEqual([
    at('14:00', '2026-11-25'),
    at('13:30', '2026-11-25'),
    at('14:30', '2026-11-25'),
  ])
})

test('[AP15] a visit of two parts is offered whole', () => {
  const parts = [...wanted.parts, { serviceId: boya, staffId: kemal }]
  const book = emptyBook({ busy: [busy('14:30–15:00', kemal)] })
  expect(shown(alternatives(book, { ...wanted, parts }))).toEqual([
    'Mehmet + Kemal 14:30',
    'Mehmet + Kemal 13:00',
    'Mehmet + Kemal 15:00',
  ])
})

test('[AP15] a shop that is never open has nothing to offer', () => {
  expect(alternatives(emptyBook({ hours: [] }), wanted)).toEqual([])
})

test('[AP15] whatever is booked, what is offered is free, as long as what was wanted, and three if the week has room', () => {
  const quarter = fc.integer({ min: 0, max: 39 })
  const anyAppointments = fc.array(
    fc.record({ quarter, minutes: fc.integer({ min: 5, max: 180 }), staffId: fc.constantFrom(mehmet, kemal) }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(anyAppointments, rows => {
      const appointments = rows.map(({ quarter, minutes, staffId }) => {
        const time = `${9 + Math.floor(quarter / 4)}:${(quarter % 4) * 15}`
        return booked(time, minutes, { staffId })
      })
      const book = emptyBook({ busy: busyOf(appointments, at('08:00')) })
      const found = alternatives(book, wanted)
      expect(new Set(found.map(offer => offer.startsAt)).size).toBe(3)
      for (const { parts } of found) {
        expect(inTheWay(appointments, parts[0]!, book.now)).toBeUndefined()
        expect(Date.parse(parts[0]!.endsAt) - Date.parse(parts[0]!.startsAt)).toBe(30 * 60_000)
      }
    }),
  )
})
