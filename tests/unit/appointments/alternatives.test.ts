import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternatives } from '@/lib/appointments/alternatives'
import { inTheWay } from '@/lib/appointments/chair-time'
import { formatTime } from '@/lib/kernel/zone'
import { at, booked, kemal, mehmet, openDaily, zone } from './book-of-berber-mehmet'

const hours = [...openDaily(mehmet), ...openDaily(kemal)]
const wanted = { staffId: mehmet, startsAt: at('14:00'), endsAt: at('14:30') }
const given = { wanted, chairs: [kemal, mehmet], zone, hours, now: at('08:00') }
const shown = (slots: ReturnType<typeof alternatives>) =>
  slots.map(slot => `${slot.staffId === mehmet ? 'Mehmet' : 'Kemal'} ${formatTime(slot.startsAt, zone)}`)

test('who lost 14:00 is offered the times around it in the same chair', () => {
  const appointments = [booked('14:00', 30)]
  expect(shown(alternatives({ ...given, appointments }))).toEqual(['Mehmet 13:30', 'Mehmet 14:30', 'Mehmet 13:00'])
})

test('when the chair is full that day, another chair is offered at the same time before another day', () => {
  const appointments = [booked('09:00', 600)]
  expect(shown(alternatives({ ...given, appointments }))).toEqual(['Kemal 14:00', 'Kemal 13:30', 'Kemal 14:30'])
})

test('when everybody is full that day, that time of the next day is offered', () => {
  const appointments = [booked('09:00', 600), booked('09:00', 600, { staffId: kemal })]
  const found = alternatives({ ...given, appointments })
  expect(found.map(slot => slot.startsAt)).toContain(at('14:00', '2026-11-23'))
  expect(found.every(slot => slot.staffId === mehmet)).toBe(true)
})

test('a refusal that arrives days later offers that time today, not the past', () => {
  const now = at('12:00', '2026-11-25')
  const found = alternatives({ ...given, appointments: [], now })
  expect(found.map(slot => slot.startsAt)).toEqual([
    at('14:00', '2026-11-25'),
    at('13:30', '2026-11-25'),
    at('14:30', '2026-11-25'),
  ])
})

test('a shop that is never open has nothing to offer', () => {
  expect(alternatives({ ...given, hours: [], appointments: [] })).toEqual([])
})

test('whatever is booked, what is offered is free, as long as what was wanted, and three if the week has room', () => {
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
      const found = alternatives({ ...given, appointments })
      expect(found).toHaveLength(3)
      for (const slot of found) {
        expect(inTheWay(appointments, slot)).toBeUndefined()
        expect(Date.parse(slot.endsAt) - Date.parse(slot.startsAt)).toBe(30 * 60_000)
      }
    }),
  )
})
