import { describe, expect, test } from 'vitest'
import type { Appointment, Waiting } from '@/lib/appointments/appointment'
import { waitingOffers } from '@/lib/appointments/offers/waiting-offers'
import type { Book } from '@/lib/appointments/time/book'
import { newId } from '@/lib/kernel/id'
import { formatTime } from '@/lib/kernel/zone'
import { at, booked, boya, busy, day, emptyBook, kemal, mehmet, sac, zone } from './book-of-berber-mehmet'

const rules = { stepMinutes: 30, noticeMinutes: 60, daysAhead: 30, offerMinutes: 15 }
const freed = { staffId: mehmet, startsAt: at('14:00'), endsAt: at('15:00') }
/** Mehmet is booked all day but for the freed hour. */
const full = [busy('09:00–14:00'), busy('15:00–19:00')]

const waits = (since: string, other: Partial<Waiting> = {}): Waiting => ({
  id: newId(),
  customerId: newId(),
  serviceId: sac,
  staffId: null,
  fromDay: '2026-11-20',
  toDay: '2026-11-30',
  fromMinute: 0,
  toMinute: 1440,
  createdAt: at(since, '2026-11-20'),
  endedAt: null,
  ...other,
})
const offersTo = (waiting: Waiting[], given: Partial<Book> = {}, offered: Appointment[] = []) =>
  waitingOffers(emptyBook({ busy: full, ...given }), { freed, waiting, offered, rules })
const times = (...args: Parameters<typeof offersTo>) =>
  offersTo(...args).map(({ offer }) => `${formatTime(offer.startsAt, zone)}–${formatTime(offer.endsAt, zone)}`)

describe('[AP21] a freed time', () => {
  test('is offered to those who fit, in the order in which they began to wait', () => {
    const [first, second] = [waits('09:00'), waits('10:00', { serviceId: boya, staffId: mehmet })]
    expect(offersTo([second, first]).map(({ waiting }) => waiting)).toEqual([first, second])
    expect(times([second, first])).toEqual(['14:00–14:30', '14:00–15:00'])
  })

  test('is for nobody who waits for another chair, another day, or no longer', () => {
    expect(
      offersTo([
        waits('09:00', { staffId: kemal }),
        waits('09:00', { toDay: '2026-11-21' }),
        waits('09:00', { fromDay: '2026-11-23' }),
        waits('09:00', { endedAt: at('07:00') }),
      ]),
    ).toEqual([])
    expect(offersTo([waits('09:00', { fromDay: day, toDay: day })])).toHaveLength(1)
  })

  test('must lie within the part of the day that suits him', () => {
    expect(times([waits('09:00', { toMinute: 14 * 60 })])).toEqual([])
    expect(times([waits('09:00', { toMinute: 14 * 60 + 29 })])).toEqual([])
    expect(times([waits('09:00', { toMinute: 14 * 60 + 30 })])).toEqual(['14:00–14:30'])
    expect(times([waits('09:00', { fromMinute: 14 * 60 + 10 })])).toEqual(['14:30–15:00'])
    expect(times([waits('09:00', { fromMinute: 15 * 60 })])).toEqual([])
  })

  test('must be long enough, with the free time beside it', () => {
    const long = { services: emptyBook().services.map(one => ({ ...one, minutes: 90 })) }
    expect(times([waits('09:00')], long)).toEqual([])
    expect(times([waits('09:00')], { ...long, busy: [busy('09:00–13:30'), busy('15:00–19:00')] })).toEqual([
      '13:30–15:00',
    ])
  })

  test('is offered only by using it: other free time of that day is not what was freed', () => {
    expect(times([waits('09:00')], { busy: [busy('10:00–14:00')] })).toEqual(['14:00–14:30'])
  })

  test('passes over whoever was offered some of it already, and whoever has an offer to answer', () => {
    const [one, other] = [waits('09:00'), waits('10:00')]
    const offer = (waiting: Waiting, time: string, more: Partial<Appointment>) =>
      booked(time, 30, { waitingId: waiting.id, ...more })
    const declined = offer(one, '14:00', { status: 'cancelled' })
    const lapsed = offer(one, '14:30', { status: 'held', lapsesAt: at('07:00') })
    const elsewhere = offer(one, '14:00', { status: 'lapsed', staffId: kemal })
    const open = offer(one, '17:00', { status: 'held', lapsesAt: at('08:10'), staffId: kemal })
    for (const passed of [declined, lapsed, open]) {
      expect(offersTo([one, other], {}, [passed]).map(({ waiting }) => waiting)).toEqual([other])
    }
    expect(offersTo([one, other], {}, [elsewhere])).toHaveLength(2)
  })

  test('[AP11] keeps the shop’s notice, and outlives no offer', () => {
    expect(times([waits('09:00')], { now: at('13:20') })).toEqual(['14:30–15:00'])
    const found = waitingOffers(emptyBook({ busy: full, now: at('13:50') }), {
      freed,
      waiting: [waits('09:00')],
      offered: [],
      rules: { ...rules, noticeMinutes: 0 },
    })
    expect(found.map(({ offer }) => offer.startsAt)).toEqual([at('14:30')])
  })
})
