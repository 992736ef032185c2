import { expect, test } from 'vitest'
import { movesOfDrop } from '@/components/appointments/day/drop'
import type { Agenda, AgendaItem } from '@/components/appointments/day/use-agenda'
import type { Appointment } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { at, booked, day, kemal, mehmet, sac } from './book-of-berber-mehmet'
import { shopOfMehmet } from './shop-of-berber-mehmet'

const now = at('08:00')

function agendaOf(appointments: Appointment[], given: Parameters<typeof shopOfMehmet>[1] = {}): Agenda {
  const book = shopOfMehmet(appointments, given)
  const item = (appointment: Appointment): AgendaItem => ({
    appointment,
    name: `Müşteri ${appointments.indexOf(appointment) + 1}`,
    customer: undefined,
    service: book.services.find(({ id }) => id === appointment.serviceId),
    chair: undefined,
    payments: [],
    taken: [],
    pending: false,
  })
  return { day, book, chairs: book.staff, items: new Map(appointments.map(one => [one.id, item(one)])) }
}
const drop = (agenda: Agenda, parts: Appointment[], time: string, staffId = mehmet) => {
  const [item, ...others] = parts.map(part => agenda.items.get(part.id)!)
  return movesOfDrop(agenda, { item: item!, parts: [item!, ...others], staffId, start: Date.parse(at(time)) }, now)
}

test('an appointment goes where it is dropped, at its own length', () => {
  const ahmet = booked('10:00', 45)
  expect(drop(agendaOf([ahmet]), [ahmet], '14:00', kemal)).toEqual({
    ok: true,
    value: [{ id: ahmet.id, staffId: kemal, startsAt: at('14:00'), endsAt: at('14:45') }],
  })
})

test('[AP12] on somebody else it springs back, and says whom it met', () => {
  const [ahmet, selin] = [booked('10:00', 30), booked('14:00', 30, { prepareMinutes: 15 })]
  const agenda = agendaOf([ahmet, selin])
  const refused = { ok: false, error: expect.stringContaining('dolu: Müşteri 2.') }
  expect(drop(agenda, [ahmet], '14:15')).toEqual(refused)
  expect(drop(agenda, [ahmet], '13:30')).toEqual(refused) // Selin's chair is being prepared
  expect(drop(agenda, [ahmet], '13:15')).toMatchObject({ ok: true })
})

test('[AP8] on a chair that does not do it, it springs back', () => {
  const ahmet = booked('10:00', 30)
  const staffServices = [{ id: newId(), staffId: kemal, serviceId: sac, offered: false, minutes: null, price: null }]
  const agenda = agendaOf([ahmet], { staffServices })
  expect(drop(agenda, [ahmet], '10:00', kemal)).toEqual({
    ok: false,
    error: expect.stringContaining('Kemal Saç yapmıyor'),
  })
  expect(drop(agenda, [ahmet], '11:00', mehmet)).toMatchObject({ ok: true })
})

test('[AP13] the other parts of the visit go along, or none does', () => {
  const visitId = newId()
  const [first, second] = [booked('10:00', 30, { visitId }), booked('10:30', 30, { visitId, staffId: kemal })]
  expect(drop(agendaOf([first, second]), [first, second], '14:00')).toMatchObject({
    value: [{ startsAt: at('14:00') }, { startsAt: at('14:30'), staffId: kemal }],
  })
  const other = booked('14:30', 30, { staffId: kemal })
  expect(drop(agendaOf([first, second, other]), [first, second], '14:00')).toMatchObject({ ok: false })
})

test('a part does not land on another part of its own visit', () => {
  const visitId = newId()
  const [first, second] = [booked('10:00', 60, { visitId }), booked('10:30', 30, { visitId, staffId: kemal })]
  expect(drop(agendaOf([first, second]), [first, second], '10:00', kemal)).toMatchObject({ ok: false })
})
