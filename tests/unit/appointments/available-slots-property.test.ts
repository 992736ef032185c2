import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StaffService, TimeOff, WorkingHours } from '@/lib/appointments/appointment'
import { availableSlots, type Offer, type Wish } from '@/lib/appointments/offers/available-slots'
import type { Book, Busy } from '@/lib/appointments/time/book'
import { addDays, type Day, instantAt, instantOf } from '@/lib/kernel/zone'
import { everyOffer } from './slot-oracle'

const MINUTE = 60_000
const chairs = ['mehmet', 'kemal', 'cirak']
const services = ['sac', 'boya', 'sakal']

// Ordinary days, and both changes of the clock in two years.
const anyDay = fc.constantFrom<[Day, string]>(
  ['2026-11-24', 'Europe/Istanbul'],
  ['2026-03-28', 'Europe/Berlin'],
  ['2026-10-24', 'Europe/Berlin'],
  ['2027-03-27', 'Europe/Berlin'],
  ['2027-10-30', 'Europe/Berlin'],
)
const buffer = fc.constantFrom(0, 0, 5, 15)
const anyService = (id: string) =>
  fc.record({
    id: fc.constant(id),
    minutes: fc.integer({ min: 5, max: 90 }),
    price: fc.constant(100),
    prepareMinutes: buffer,
    cleanMinutes: buffer,
  })
const anyHours = (staffId: string): fc.Arbitrary<WorkingHours[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }).map(quarters => {
    const cuts = quarters.sort((a, b) => a - b).map(quarter => quarter * 15)
    const ranges = Array.from({ length: cuts.length >> 1 }, (_, i): [number, number] => [
      cuts[2 * i]!,
      cuts[2 * i + 1]!,
    ])
    return [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ id: `${staffId}${weekday}`, staffId, weekday, ranges }))
  })
/** Within the two days that are looked at, and a little around them; in minutes after the first midnight. */
const anyTime = fc.record({ from: fc.integer({ min: -200, max: 3000 }), minutes: fc.integer({ min: 1, max: 240 }) })
const anyStaffService: fc.Arbitrary<StaffService> = fc.record({
  id: fc.constant('own'),
  staffId: fc.constantFrom(...chairs),
  serviceId: fc.constantFrom(...services),
  offered: fc.boolean(),
  minutes: fc.option(fc.integer({ min: 5, max: 90 })),
  price: fc.constant(null),
})

interface Case {
  book: Book
  wish: Wish
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    day: anyDay,
    services: fc.tuple(...services.map(anyService)),
    hours: fc.tuple(...chairs.map(anyHours)),
    busy: fc.array(fc.tuple(fc.constantFrom(...chairs), anyTime), { maxLength: 10 }),
    timeOff: fc.array(fc.tuple(fc.option(fc.constantFrom(...chairs)), anyTime), { maxLength: 2 }),
    staffServices: fc.uniqueArray(anyStaffService, { maxLength: 3, selector: one => one.staffId + one.serviceId }),
    now: fc.integer({ min: -2000, max: 1200 }),
    parts: fc.array(
      fc.record({ serviceId: fc.constantFrom(...services), staffId: fc.option(fc.constantFrom(...chairs)) }),
      { minLength: 1, maxLength: 3 },
    ),
    stepMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60),
    limits: fc.option(
      fc.record({ noticeMinutes: fc.integer({ min: 0, max: 600 }), daysAhead: fc.constantFrom(0, 1, 30) }),
    ),
  })
  .map(({ day: [from, zone], busy, timeOff, now, hours, parts, stepMinutes, limits, ...rest }) => {
    const midnight = Date.parse(instantAt(from, 0, zone))
    const time = (one: { from: number; minutes: number }) => {
      const start = midnight + one.from * MINUTE
      return { start, end: start + one.minutes * MINUTE }
    }
    const off = (staffId: string | null, { start, end }: { start: number; end: number }): TimeOff => ({
      id: 'off',
      staffId,
      startsAt: instantOf(start),
      endsAt: instantOf(end),
      note: null,
    })
    const book: Book = {
      ...rest,
      zone,
      chairs,
      now: instantOf(midnight + now * MINUTE),
      hours: hours.flat(),
      busy: busy.map(([staffId, one]): Busy => ({ staffId, ...time(one) })),
      timeOff: timeOff.map(([staffId, one]) => off(staffId, time(one))),
      specialHours: [],
      holidayHours: [],
    }
    return { book, wish: { parts, from, to: addDays(from, 1), stepMinutes, limits } }
  })

const startsOf = (offers: Offer[]) => offers.map(offer => offer.startsAt)

test('[AP5] no offer touches anything that holds the chair or lies in time off, and its parts hold their chairs apart', () => {
  let offered = 0
  fc.assert(
    fc.property(anyCase, ({ book, wish }) => {
      const offers = availableSlots(book, wish)
      offered += offers.length
      for (const { parts } of offers) {
        const busyTimes = parts.map(part => ({
          staffId: part.staffId as string | null,
          start: Date.parse(part.startsAt) - part.prepareMinutes * MINUTE,
          end: Date.parse(part.endsAt) + part.cleanMinutes * MINUTE,
        }))
        const off = book.timeOff.map(one => ({ ...one, start: Date.parse(one.startsAt), end: Date.parse(one.endsAt) }))
        for (const [i, one] of busyTimes.entries()) {
          for (const other of [...book.busy, ...off, ...busyTimes.slice(i + 1)]) {
            const sameChair = other.staffId === null || other.staffId === one.staffId
            expect(sameChair && other.start < one.end && one.start < other.end).toBe(false)
          }
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(offered).toBeGreaterThan(1000)
})

test('[AP6] [AP7] [AP8] [AP9] [AP11] exactly those times are offered, by exactly those chairs, that trying every minute finds', () => {
  let visits = 0
  fc.assert(
    fc.property(anyCase, ({ book, wish }) => {
      const offers = availableSlots(book, wish)
      if (wish.parts.length > 1) visits += offers.length
      const found = offers.map(({ startsAt, parts }) => ({
        start: Date.parse(startsAt),
        chairs: parts.map(part => part.staffId),
      }))
      expect(found).toEqual(everyOffer(book, wish))
    }),
    { numRuns: 100 },
  )
  expect(visits).toBeGreaterThan(50)
})

test('[AP7] a visit’s parts follow one another in the wished order, each as long as its chair takes', () => {
  fc.assert(
    fc.property(anyCase, ({ book, wish }) => {
      for (const { startsAt, endsAt, parts } of availableSlots(book, wish)) {
        expect(parts.map(part => part.serviceId)).toEqual(wish.parts.map(part => part.serviceId))
        expect([parts[0]!.startsAt, parts.at(-1)!.endsAt]).toEqual([startsAt, endsAt])
        for (const [i, part] of parts.slice(1).entries()) {
          const before = parts[i]!
          const waits = (Date.parse(part.startsAt) - Date.parse(before.endsAt)) / MINUTE
          if (before.staffId === part.staffId) expect(waits).toBe(before.cleanMinutes + part.prepareMinutes)
          else if (parts.slice(0, i + 1).every(one => one.staffId !== part.staffId)) expect(waits).toBe(0)
          else expect(waits).toBeGreaterThanOrEqual(0)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('[AP10] something more that is busy adds no offer but those that begin right after it', () => {
  let added = 0
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...chairs), anyTime, ({ book, wish }, staffId, { from, minutes }) => {
      const start = Date.parse(instantAt(wish.from, 0, book.zone)) + from * MINUTE
      const more: Busy = { staffId, start, end: start + minutes * MINUTE }
      const before = new Set(startsOf(availableSlots(book, wish)))
      const after = availableSlots({ ...book, busy: [...book.busy, more] }, wish)
      const isRightAfter = ({ parts }: Offer) =>
        parts.some(
          part => part.staffId === staffId && Date.parse(part.startsAt) - part.prepareMinutes * MINUTE === more.end,
        )
      for (const offer of after.filter(one => !before.has(one.startsAt))) {
        added++
        expect(isRightAfter(offer)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
  expect(added).toBeGreaterThan(5)
})

test('[AP10] the order of what is given does not matter', () => {
  const shuffled = <T>(rows: readonly T[], seed: number) =>
    rows
      .map((row, i) => ({ row, key: Math.sin(seed * 97 + i * 13) }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row)
  fc.assert(
    fc.property(anyCase, fc.integer(), ({ book, wish }, seed) => {
      const given = {
        ...book,
        busy: shuffled(book.busy, seed),
        hours: shuffled(book.hours, seed),
        timeOff: shuffled(book.timeOff, seed),
        services: shuffled(book.services, seed),
        staffServices: shuffled(book.staffServices, seed),
      }
      expect(availableSlots(given, wish)).toEqual(availableSlots(book, wish))
    }),
    { numRuns: 300 },
  )
})

test('offers come in the order of the clock, and no two begin together', () => {
  fc.assert(
    fc.property(anyCase, ({ book, wish }) => {
      const starts = startsOf(availableSlots(book, wish))
      expect(starts).toEqual([...new Set(starts)].sort())
    }),
    { numRuns: 300 },
  )
})
