import { describe, expect, test } from 'vitest'
import { availableSlots, type Wish } from '@/lib/appointments/offers/available-slots'
import type { Book } from '@/lib/appointments/time/book'
import { busyOf } from '@/lib/appointments/time/book'
import { addDays, formatTime } from '@/lib/kernel/zone'
import {
  at,
  booked,
  boya,
  busy,
  day,
  emptyBook,
  kemal,
  mehmet,
  off,
  openDaily,
  ranges,
  sac,
  sakal,
  zone,
} from './book-of-berber-mehmet'

const by = (staffId: string | null, serviceId = sac) => ({ serviceId, staffId })
const wishOf = (given: Partial<Wish>): Wish => ({
  parts: [by(mehmet)],
  from: day,
  to: day,
  stepMinutes: 30,
  limits: null,
  ...given,
})
const offers = (book: Partial<Book> = {}, wish: Partial<Wish> = {}) => availableSlots(emptyBook(book), wishOf(wish))
const starts = (book: Partial<Book> = {}, wish: Partial<Wish> = {}) =>
  offers(book, wish).map(offer => formatTime(offer.startsAt, book.zone ?? zone))
/** `Mehmet 10:00–10:30 + Kemal 10:30–11:30`. */
const shown = (book: Partial<Book>, wish: Partial<Wish>) =>
  offers(book, wish).map(offer =>
    offer.parts
      .map(part => {
        const [from, to] = [part.startsAt, part.endsAt].map(instant => formatTime(instant, zone))
        return `${part.staffId === mehmet ? 'Mehmet' : 'Kemal'} ${from}–${to}`
      })
      .join(' + '),
  )

const afternoon = { hours: [...openDaily(mehmet, ranges('14:00–16:00')), ...openDaily(kemal, ranges('14:00–16:00'))] }
const withBuffers = (prepareMinutes: number, cleanMinutes: number) => ({
  services: emptyBook().services.map(service => ({ ...service, prepareMinutes, cleanMinutes })),
})

describe('[AP5] an offer', () => {
  test('ends within hours and touches nothing that holds the chair; touching ends are no overlap', () => {
    expect(starts({ ...afternoon, busy: [busy('14:30–15:00')] })).toEqual(['14:00', '15:00', '15:30'])
  })

  test('leaves time for preparation and clean-up, which may reach beyond opening hours', () => {
    const book = { ...afternoon, ...withBuffers(10, 5) }
    expect(starts(book)).toEqual(['14:00', '14:30', '15:00', '15:30'])
    expect(starts({ ...book, busy: [busy('13:30–13:55')] })).toEqual(['14:05', '14:30', '15:00', '15:30'])
    expect(starts({ ...book, busy: [busy('16:00–17:00')] })).toEqual(['14:00', '14:30', '15:00'])
  })

  test('needs no preparation or clean-up in time off', () => {
    const book = { ...afternoon, ...withBuffers(10, 5) }
    expect(starts({ ...book, timeOff: [off('13:00', '14:00'), off('16:00', '17:00', null)] })).toEqual([
      '14:10',
      '14:30',
      '15:00',
    ])
  })

  test('does not span the break', () => {
    expect(
      starts({ hours: openDaily(mehmet, ranges('11:00–12:00', '13:00–14:00')) }, { parts: [by(mehmet, boya)] }),
    ).toEqual(['11:00', '13:00'])
  })

  test('begins now at the soonest, rounded up to five minutes, and never yesterday', () => {
    expect(starts({ ...afternoon, now: at('14:42') })).toEqual(['14:45', '15:00', '15:30'])
    expect(starts({ ...afternoon, ...withBuffers(10, 0), now: at('14:42') })).toEqual(['14:55', '15:00', '15:30'])
    expect(starts({ now: at('09:00', addDays(day, 1)) })).toEqual([])
  })
})

describe('[AP6] none is missed', () => {
  test('each step of the clock, and the earliest start after opening and after each thing that holds the chair', () => {
    const hours = openDaily(mehmet, ranges('13:50–16:00'))
    expect(starts({ hours, busy: [busy('14:20–14:37')] })).toEqual(['13:50', '14:37', '15:00', '15:30'])
  })

  test('on the day the clock goes forward no time is offered that the wall does not show', () => {
    const berlin = {
      zone: 'Europe/Berlin',
      now: '2026-03-01T00:00:00.000Z',
      hours: openDaily(mehmet, ranges('01:00–04:00')),
    }
    expect(starts(berlin, { from: '2026-03-29', to: '2026-03-29' })).toEqual(['01:00', '01:30', '03:00', '03:30'])
  })

  test('on the day it goes back the hour that comes twice is offered twice, and the steps stay those of the wall', () => {
    const berlin = {
      zone: 'Europe/Berlin',
      now: '2026-10-01T00:00:00.000Z',
      hours: openDaily(mehmet, ranges('01:00–04:00')),
    }
    const sunday = { from: '2026-10-25', to: '2026-10-25', parts: [by(mehmet, boya)], stepMinutes: 60 }
    expect(starts(berlin, sunday)).toEqual(['01:00', '02:00', '02:00', '03:00'])
    expect(
      starts({ ...berlin, hours: openDaily(mehmet, ranges('09:00–19:00')) }, { ...sunday, stepMinutes: 240 }),
    ).toEqual(
      // Four hours by the wall, although midnight is ten hours before nine.
      ['09:00', '12:00', '16:00'],
    )
  })
})

describe('[AP7] the parts of a visit', () => {
  test('follow at once when another chair goes on', () => {
    const wish = { parts: [by(mehmet, boya), by(kemal)] }
    expect(shown(afternoon, wish)).toEqual([
      'Mehmet 14:00–15:00 + Kemal 15:00–15:30',
      'Mehmet 14:30–15:30 + Kemal 15:30–16:00',
    ])
  })

  test('wait for clean-up and preparation when the same chair goes on', () => {
    const wish = { parts: [by(mehmet), by(mehmet)] }
    expect(shown({ ...afternoon, ...withBuffers(10, 5) }, wish)).toEqual([
      'Mehmet 14:00–14:30 + Mehmet 14:45–15:15',
      'Mehmet 14:30–15:00 + Mehmet 15:15–15:45',
    ])
  })

  test('wait for a chair that comes back before it has cleaned up and prepared', () => {
    const wish = { parts: [by(mehmet), by(kemal, sakal), by(mehmet, sakal)] }
    expect(shown({ ...afternoon, ...withBuffers(10, 5) }, wish)[0]).toBe(
      'Mehmet 14:00–14:30 + Kemal 14:30–14:40 + Mehmet 14:45–14:55',
    )
  })

  test('begin crookedly when only so the later chair is free in time', () => {
    const held = [busy('13:00–15:07', kemal), busy('15:40–16:00', kemal)]
    expect(shown({ ...afternoon, busy: held }, { parts: [by(mehmet), by(kemal)] })).toEqual([
      'Mehmet 14:37–15:07 + Kemal 15:07–15:37',
    ])
  })

  test('find the one gap in which both fit', () => {
    const held = [busy('14:50–15:30', mehmet), busy('14:35–14:40', kemal), busy('15:50–16:00', kemal)]
    expect(shown({ ...afternoon, busy: held }, { parts: [by(mehmet), by(kemal, sakal)] })).toEqual([
      'Mehmet 14:10–14:40 + Kemal 14:40–14:50',
    ])
  })

  test('are all of one day, and all or none', () => {
    expect(offers({}, { parts: [by(mehmet), { serviceId: 'unknown', staffId: null }] })).toEqual([])
    expect(offers({}, { parts: [] })).toEqual([])
  })
})

describe('[AP8] a chair', () => {
  const kemals = (offered: boolean, minutes: number | null = null, price: number | null = null) => ({
    staffServices: [{ id: '1', staffId: kemal, serviceId: sac, offered, minutes, price }],
  })

  test('serves what it has not been said not to serve', () => {
    expect(starts({ ...afternoon, ...kemals(false) }, { parts: [by(kemal)] })).toEqual([])
    expect(new Set(offers(kemals(false), { parts: [by(null)] }).map(offer => offer.parts[0]!.staffId))).toEqual(
      new Set([mehmet]),
    )
  })

  test('in its own time and at its own price', () => {
    const [first] = offers({ ...afternoon, ...kemals(true, 45, 55_000) }, { parts: [by(kemal)] })
    expect(first).toMatchObject({ endsAt: at('14:45'), parts: [{ price: 55_000 }] })
    const [usual] = offers({ ...afternoon, ...kemals(true) }, { parts: [by(kemal)] })
    expect(usual).toMatchObject({ endsAt: at('14:30'), parts: [{ price: 40_000 }] })
  })

  test('takes an appointment that moves as it was made', () => {
    const keeps = { minutes: 90, price: 30_000, prepareMinutes: 5, cleanMinutes: 0 }
    const found = offers({ ...afternoon, ...kemals(true, 45, 55_000) }, { parts: [{ ...by(kemal), keeps }] })
    expect(found[0]).toMatchObject({ endsAt: at('15:30'), parts: [{ price: 30_000, prepareMinutes: 5 }] })
  })

  test('that is not among those who serve is never offered', () => {
    expect(starts({ chairs: [kemal] })).toEqual([])
  })
})

describe('[AP9] fark etmez', () => {
  test('goes to the chair held for less of that day, then in the shop’s order', () => {
    const morning = busy('09:00–10:00', mehmet)
    const wish = { parts: [by(null)] }
    expect(shown({ ...afternoon, hours: [...afternoon.hours] }, wish)[0]).toBe('Mehmet 14:00–14:30')
    expect(shown({ ...afternoon, busy: [morning] }, wish)[0]).toBe('Kemal 14:00–14:30')
    expect(shown({ ...afternoon, busy: [morning, busy('10:00–11:30', kemal)] }, wish)[0]).toBe('Mehmet 14:00–14:30')
    expect(shown({ ...afternoon, chairs: [kemal, mehmet] }, wish)[0]).toBe('Kemal 14:00–14:30')
    const yesterday = busy('09:00–18:00', mehmet, addDays(day, -1))
    expect(shown({ ...afternoon, busy: [yesterday] }, wish)[0]).toBe('Mehmet 14:00–14:30')
  })

  test('offers what anybody can, each time once', () => {
    const held = [busy('14:00–15:00', mehmet), busy('14:30–16:00', kemal)]
    expect(shown({ ...afternoon, busy: held }, { parts: [by(null)] })).toEqual([
      'Kemal 14:00–14:30',
      'Mehmet 15:00–15:30',
      'Mehmet 15:30–16:00',
    ])
  })

  test('a crooked time is for the chair that is just getting free, not for one that was free before', () => {
    const held = [busy('09:00–14:07', kemal)]
    expect(shown({ ...afternoon, busy: held }, { parts: [by(null)] }).slice(0, 2)).toEqual([
      'Mehmet 14:00–14:30',
      'Kemal 14:07–14:37',
    ])
  })

  test('keeps a visit of two services with one chair that can do both, the one held for less; with two where none can', () => {
    const both = { parts: [by(null, sac), by(null, sakal)] }
    expect(shown(afternoon, both)[0]).toBe('Mehmet 14:00–14:30 + Mehmet 14:30–14:40')
    // Mehmet would be the fairer one for the first half hour, and has no time for the second.
    const held = [busy('14:30–15:00', mehmet), busy('09:00–11:00', kemal)]
    expect(shown({ ...afternoon, busy: held }, both)[0]).toBe('Kemal 14:00–14:30 + Kemal 14:30–14:40')
    const noBeard = { id: 'x', staffId: kemal, serviceId: sakal, offered: false, minutes: null, price: null }
    const early = { ...afternoon, busy: [busy('14:00–14:30', mehmet)], staffServices: [noBeard] }
    expect(shown(early, both)[0]).toBe('Kemal 14:00–14:30 + Mehmet 14:30–14:40')
  })

  test('counts the work that is done, up to when it was done', () => {
    const done = booked('09:00', 60, { status: 'done', statusAt: at('09:40'), staffId: mehmet })
    const given = { ...afternoon, now: at('10:00') }
    expect(busyOf([done], at('10:00'))).toEqual([busy('09:00–09:40', mehmet)])
    expect(shown({ ...given, busy: busyOf([done], at('10:00')) }, { parts: [by(null)] })[0]).toBe('Kemal 14:00–14:30')
  })
})

describe('[AP11] customers', () => {
  const limits = { noticeMinutes: 120, daysAhead: 7 }

  test('are offered nothing sooner than the shop’s notice, and no crooked time because of it', () => {
    expect(starts({ now: at('15:47') }, { limits })).toEqual(['18:00', '18:30'])
    expect(starts({ now: at('16:00') }, { limits })).toEqual(['18:00', '18:30'])
    expect(starts({ now: at('15:47') }, {})[0]).toBe('15:50')
  })

  test('nor further ahead than it books', () => {
    const far = { from: day, to: addDays(day, 30) }
    expect(offers({}, { ...far, limits }).at(-1)!.startsAt).toBe(at('18:30', addDays(day, 7)))
    expect(offers({}, far).at(-1)!.startsAt).toBe(at('18:30', addDays(day, 30)))
  })

  test('nor in a year whose bayrams nobody knows yet; the shop itself sees its usual hours there', () => {
    const book = { now: at('08:00', '2031-12-30') }
    const range = { from: '2031-12-30', to: '2032-01-14' }
    const wide = { noticeMinutes: 0, daysAhead: 365 }
    expect(offers(book, { ...range, limits: wide }).at(-1)!.startsAt).toBe(at('18:30', '2031-12-31'))
    expect(offers(book, range).at(-1)!.startsAt).toBe(at('18:30', '2032-01-14'))
  })
})

test('[AP14] a hold is in nobody’s way once its time is up', () => {
  const held = booked('14:00', 120, { status: 'held', lapsesAt: at('08:05') })
  expect(starts({ ...afternoon, busy: busyOf([held], at('08:04')) })).toEqual([])
  expect(starts({ ...afternoon, busy: busyOf([held], at('08:05')) })).toEqual(['14:00', '14:30', '15:00', '15:30'])
})
