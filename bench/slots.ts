import { availableSlots, type Wish } from '@/lib/appointments/offers/available-slots'
import type { Book, Busy } from '@/lib/appointments/time/book'
import { merge } from '@/lib/kernel/time-range'
import { addDays, instantAt } from '@/lib/kernel/zone'
import { median, ms, print } from './figure'

const ROUNDS = 60
const WARM_UP = 30
const GOAL_MS = 2
/** Twice as much may cost twice as much, and what a sweep of the memory adds. */
const LINEAR = 2.3

const zone = 'Europe/Istanbul'
/** A month without holidays. */
const firstDay = '2026-11-01'
const [OPENS, CLOSES] = [9 * 60, 20 * 60]

interface Size {
  chairs: number
  days: number
  /** Of each chair, each day. */
  appointments: number
}

/** Forty appointments a day in all five; and forty in each, as full as a book can be. */
const usual: Size = { chairs: 5, days: 30, appointments: 8 }
const crammed: Size = { ...usual, appointments: 40 }

/** The free times of a month, for whoever can: what one tap costs, and how it grows. */
export async function slots(): Promise<void> {
  const sizes: Size[] = [
    usual,
    crammed,
    { ...usual, chairs: 2 * usual.chairs },
    { ...usual, days: 2 * usual.days },
    { ...usual, appointments: 2 * usual.appointments },
  ]
  // Turn by turn, so that a busy moment of the machine falls on all alike.
  const measured = sizes.map(size => ({ ...askingFor(size), subjects: [] as number[], floors: [] as number[] }))
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { book, wish, subjects, floors } of measured) {
      const ours = timeOf(() => availableSlots(book, wish))
      const theirs = timeOf(() => walkOnce(book))
      if (round < WARM_UP) continue // not compiled yet
      subjects.push(ours)
      floors.push(theirs)
    }
  }
  const figures = measured.map(({ subjects, floors }) => ({ ours: median(subjects), floor: median(floors) }))

  for (const [i, { book, wish }] of measured.slice(0, 2).entries()) {
    const { chairs, days, appointments } = sizes[i]!
    const { ours, floor } = figures[i]!
    print({
      what: `Free times for whoever can, ${chairs} chairs × ${days} days × ${chairs * appointments} appointments a day (${availableSlots(book, wish).length} offers), median`,
      figure: ms(ours),
      floor: `${ms(floor)} (the same ${book.busy.length} busy times sorted, merged and walked once)`,
      ratio: ours / floor,
      goal: `≤ ${GOAL_MS} ms`,
      met: ours <= GOAL_MS,
    })
  }
  for (const [i, what] of ['chairs', 'days', 'appointments'].entries()) {
    const { ours, floor } = figures[i + 2]!
    const growth = ours / figures[0]!.ours
    print({
      what: `Free times with twice as many ${what}`,
      figure: `${ms(ours)}, ${growth.toFixed(2)} times as long`,
      floor: `${(floor / figures[0]!.floor).toFixed(2)} times as long`,
      goal: `≤ ${LINEAR} (linear)`,
      met: growth <= LINEAR,
    })
  }
}

/** A shop whose chairs are all open and booked all day, each a little differently, and a wish of a quarter of an hour. */
function askingFor({ chairs, days, appointments }: Size): { book: Book; wish: Wish } {
  const ids = Array.from({ length: chairs }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`)
  const dates = Array.from({ length: days }, (_, i) => addDays(firstDay, i))
  const busy = dates.flatMap(day => ids.flatMap((staffId, i) => busyDay(staffId, day, appointments, i)))
  const book: Book = {
    zone,
    now: instantAt(addDays(firstDay, -1), 0, zone),
    chairs: ids,
    services: [{ id: 'sakal', minutes: 15, price: 20_000, prepareMinutes: 0, cleanMinutes: 0 }],
    staffServices: [],
    hours: ids.flatMap(staffId =>
      [1, 2, 3, 4, 5, 6, 7].map(weekday => ({
        id: `${staffId}/${weekday}`,
        staffId,
        weekday,
        ranges: [[OPENS, CLOSES]],
      })),
    ),
    specialHours: [],
    timeOff: [],
    holidayHours: [],
    busy: busy.sort((a, b) => a.start - b.start),
  }
  const parts = [{ serviceId: 'sakal', staffId: null }]
  return { book, wish: { parts, from: firstDay, to: dates.at(-1)!, stepMinutes: 15, limits: null } }
}

/** Six tenths of the day held, in pieces of unlike length with unlike pauses. */
function busyDay(staffId: string, day: string, appointments: number, chair: number): Busy[] {
  const opens = Date.parse(instantAt(day, OPENS, zone))
  const each = (CLOSES - OPENS) / appointments
  return Array.from({ length: appointments }, (_, i) => {
    const start = opens + Math.floor(i * each + ((i * 7 + chair * 3) % 5) * each * 0.08) * 60_000
    return { staffId, start, end: start + Math.max(1, Math.floor(each * 0.6)) * 60_000 }
  })
}

function walkOnce({ busy }: Book): number {
  let held = 0
  for (const { start, end } of merge(busy)) held += end - start
  return held
}

/** CPU milliseconds, so that what other programs do meanwhile does not count. */
function timeOf(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
