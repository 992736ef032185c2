import { describe, expect, test } from 'vitest'
import { holderAt, planAt } from '@/components/appointments/adding/plan-at'
import type { Appointment } from '@/lib/appointments/appointment'
import { type Book, busyOf } from '@/lib/appointments/time/book'
import { newId } from '@/lib/kernel/id'
import { formatTime } from '@/lib/kernel/zone'
import { at, booked, boya, emptyBook, kemal, mehmet, sac, sakal, zone } from './book-of-berber-mehmet'

const planning = (appointments: Appointment[] = [], given: Partial<Book> = {}) => {
  const book = emptyBook(given)
  return { book: { ...book, busy: busyOf(appointments, book.now) }, appointments }
}
const wish = (serviceId: string, staffId: string | null = null) => ({ serviceId, staffId })
const said = (plan: ReturnType<typeof planAt>) =>
  plan.ok
    ? plan.value.parts.map(part => `${formatTime(part.startsAt, zone)} ${part.staffId === mehmet ? 'Mehmet' : 'Kemal'}`)
    : plan.error

describe('[AP11] the shop itself writes', () => {
  test('outside hours, and is told so', () => {
    const plan = planAt(planning(), [wish(sac, mehmet)], at('21:00'))
    expect(said(plan)).toEqual(['21:00 Mehmet'])
    expect(plan).toMatchObject({ value: { outsideHours: true } })
    expect(planAt(planning(), [wish(sac, mehmet)], at('14:00'))).toMatchObject({ value: { outsideHours: false } })
  })

  test('in the past too', () => {
    expect(said(planAt(planning([], { now: at('18:00') }), [wish(sac, mehmet)], at('10:00')))).toEqual(['10:00 Mehmet'])
  })

  test('never twice, clean-up included', () => {
    const inTheChair = booked('14:00', 30, { cleanMinutes: 10 })
    expect(said(planAt(planning([inTheChair]), [wish(sac, mehmet)], at('14:35')))).toBe('taken')
    expect(said(planAt(planning([inTheChair]), [wish(sac, mehmet)], at('14:40')))).toEqual(['14:40 Mehmet'])
    expect(holderAt(planning([inTheChair]), [wish(sac, mehmet)], at('14:35'))).toBe(inTheChair)
  })

  test('over what is being moved', () => {
    const moving = booked('14:00', 30)
    expect(said(planAt({ ...planning([moving]), except: [moving.id] }, [wish(sac, mehmet)], at('14:15')))).toEqual([
      '14:15 Mehmet',
    ])
  })
})

describe('[AP9] fark etmez', () => {
  test('goes to who has had less that day, then in the shop’s order', () => {
    expect(said(planAt(planning(), [wish(sac)], at('14:00')))).toEqual(['14:00 Mehmet'])
    expect(said(planAt(planning([booked('10:00', 30)]), [wish(sac)], at('14:00')))).toEqual(['14:00 Kemal'])
  })

  test('keeps what belongs together with one chair where one can do it', () => {
    const later = booked('14:30', 30)
    expect(
      said(planAt(planning([later, booked('10:00', 60, { staffId: kemal })]), [wish(sac), wish(sakal)], at('14:00'))),
    ).toEqual(['14:00 Kemal', '14:30 Kemal'])
  })

  test('goes to who is free, and to who is open before who is not', () => {
    expect(said(planAt(planning([booked('14:00', 30)]), [wish(sac)], at('14:00')))).toEqual(['14:00 Kemal'])
    const hours = emptyBook().hours.filter(({ staffId }) => staffId === kemal)
    expect(said(planAt(planning([], { hours }), [wish(sac)], at('14:00')))).toEqual(['14:00 Kemal'])
  })
})

test('[AP8] who does not do it is not asked, and when nobody does there is no plan', () => {
  const notMehmet = { id: newId(), staffId: mehmet, serviceId: sac, offered: false, minutes: null, price: null }
  const notKemal = { ...notMehmet, id: newId(), staffId: kemal }
  expect(said(planAt(planning([], { staffServices: [notMehmet] }), [wish(sac)], at('14:00')))).toEqual(['14:00 Kemal'])
  expect(said(planAt(planning([], { staffServices: [notMehmet, notKemal] }), [wish(sac)], at('14:00')))).toBe('nobody')
})

test('[AP7] parts follow one another, by another chair at once', () => {
  const visit = [wish(boya, mehmet), wish(sac, kemal), wish(sakal, mehmet)]
  expect(said(planAt(planning(), visit, at('10:00')))).toEqual(['10:00 Mehmet', '11:00 Kemal', '11:30 Mehmet'])
})

test('a part that cannot follow with one chair follows with the other', () => {
  const later = booked('11:00', 30)
  expect(said(planAt(planning([later]), [wish(boya, mehmet), wish(sac)], at('10:00')))).toEqual([
    '10:00 Mehmet',
    '11:00 Kemal',
  ])
  expect(said(planAt(planning([later]), [wish(boya, mehmet), wish(sac, mehmet)], at('10:00')))).toBe('taken')
})
