import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Appointment, statuses, type WorkingHours } from '@/lib/appointments/appointment'
import { inTheWay, isWithinHours } from '@/lib/appointments/chair-time'
import { freeSlots, gapsOfDay } from '@/lib/appointments/free-slots'
import { addMinutes, formatTime, instantAt, toInstant } from '@/lib/kernel/zone'
import { at, booked, day, mehmet, openDaily, zone } from './book-of-berber-mehmet'

const chair = { day, zone, staffId: mehmet, hours: openDaily(), appointments: [] as Appointment[], now: at('07:00') }

const gaps = (given: Partial<typeof chair>) =>
  gapsOfDay({ ...chair, ...given }).map(({ start, end }) =>
    [start, end].map(epoch => formatTime(toInstant(new Date(epoch)), zone)).join('–'),
  )
const starts = (minutes: number, given: Partial<typeof chair> = {}, stepMinutes?: number) =>
  freeSlots({ ...chair, ...given, minutes, stepMinutes }).map(slot => formatTime(slot.startsAt, zone))

describe('the gaps of a day', () => {
  test('are the working hours without what is booked', () => {
    expect(gaps({ appointments: [booked('10:00', 30), booked('14:00', 90)] })).toEqual([
      '09:00–10:00',
      '10:30–14:00',
      '15:30–19:00',
    ])
  })

  test('stop for the lunch break', () => {
    expect(
      gaps({
        hours: openDaily(mehmet, [
          [540, 780],
          [840, 1140],
        ]),
      }),
    ).toEqual(['09:00–13:00', '14:00–19:00'])
  })

  test('begin now, rounded up to five minutes, and never yesterday', () => {
    expect(gaps({ now: at('13:02') })).toEqual(['13:05–19:00'])
    expect(gaps({ now: at('09:00', '2026-11-23') })).toEqual([])
  })

  test('come back when somebody cancels, does not come, or is done early', () => {
    for (const status of ['cancelled', 'no-show', 'done'] as const) {
      expect(gaps({ appointments: [booked('10:00', 60, { status })] })).toEqual(['09:00–19:00'])
    }
  })

  test('are those of the one chair', () => {
    expect(gaps({ appointments: [booked('10:00', 60, { staffId: 'another' })] })).toEqual(['09:00–19:00'])
  })

  test('are none on a closed day', () => {
    expect(gaps({ hours: [] })).toEqual([])
  })
})

describe('the times offered', () => {
  test('are half hours for what takes half hours, and the last one still ends within hours', () => {
    expect(starts(60, { now: at('15:50') })).toEqual(['15:50', '16:00', '16:30', '17:00', '17:30', '18:00'])
  })

  test('begin right after an appointment that ends crookedly', () => {
    expect(starts(30, { appointments: [booked('09:00', 500)] })).toEqual(['17:20', '17:30', '18:00', '18:30'])
  })

  test('leave out gaps that are too short', () => {
    expect(starts(45, { appointments: [booked('09:30', 570)] }, 15)).toEqual([])
  })

  test('follow the wall clock on the day it goes back', () => {
    const berlin = { zone: 'Europe/Berlin', day: '2026-10-25', now: '2026-10-24T00:00:00.000Z' }
    const slots = freeSlots({ ...chair, ...berlin, minutes: 240, stepMinutes: 240 })
    expect(slots.map(slot => formatTime(slot.startsAt, berlin.zone))).toEqual(['09:00', '11:00', '15:00'])
  })
})

const minute = fc.integer({ min: 0, max: 1440 })
const anyHours: fc.Arbitrary<WorkingHours[]> = fc
  .uniqueArray(minute, { maxLength: 6 })
  .map(cuts => cuts.sort((a, b) => a - b))
  .map(cuts =>
    openDaily(
      mehmet,
      Array.from({ length: cuts.length >> 1 }, (_, i) => [cuts[2 * i]!, cuts[2 * i + 1]!]),
    ),
  )
const anyAppointments = fc.array(
  fc
    .record({
      from: fc.integer({ min: -300, max: 1440 }),
      minutes: fc.integer({ min: 5, max: 300 }),
      status: fc.constantFrom(...statuses),
    })
    .map(({ from, minutes, status }) => {
      const startsAt = instantAt(day, from, zone)
      return booked('00:00', 0, { startsAt, endsAt: addMinutes(startsAt, minutes), status })
    }),
  { maxLength: 12 },
)

test('no offered time overlaps what holds its chair, lies in the past or outside hours; and some are offered', () => {
  let offered = 0
  fc.assert(
    fc.property(
      anyHours,
      anyAppointments,
      fc.integer({ min: 5, max: 240 }),
      fc.constantFrom(5, 15, 30),
      fc.integer({ min: -60, max: 1440 }),
      (hours, appointments, minutes, stepMinutes, nowMinutes) => {
        const now = addMinutes(at('00:00'), nowMinutes)
        const slots = freeSlots({ ...chair, hours, appointments, now, minutes, stepMinutes })
        offered += slots.length
        for (const slot of slots) {
          expect(inTheWay(appointments, slot)).toBeUndefined()
          expect(isWithinHours(hours, slot, zone)).toBe(true)
          expect(slot.startsAt >= now).toBe(true)
          expect(slot.endsAt).toBe(addMinutes(slot.startsAt, minutes))
        }
        expect(slots.map(slot => slot.startsAt)).toEqual([...new Set(slots.map(slot => slot.startsAt))].sort())
      },
    ),
  )
  expect(offered).toBeGreaterThan(100)
})

test('every gap of at least the length has an offer at its start: no free time is hidden', () => {
  fc.assert(
    fc.property(anyHours, anyAppointments, fc.integer({ min: 5, max: 240 }), (hours, appointments, minutes) => {
      const given = { ...chair, hours, appointments, now: at('00:00') }
      const long = gapsOfDay(given).filter(gap => gap.end - gap.start >= minutes * 60_000)
      const offers = freeSlots({ ...given, minutes }).map(slot => Date.parse(slot.startsAt))
      for (const gap of long) expect(offers).toContain(gap.start)
    }),
  )
})
