import type { Id } from '@/lib/kernel/id'
import { merge, subtract, type TimeRange } from '@/lib/kernel/time-range'
import { clocksOfDays, type Day, type DayClock, dayOf, weekdayOf } from '@/lib/kernel/zone'
import type { HolidayHours, Ranges, SpecialHours, TimeOff, WorkingHours } from '../appointment'
import { HALF_DAY_FROM, type HolidayName, holidaysOf, isHalfDay } from '../holidays'
import { type Slot, timeOf } from './chair-time'

const MINUTE = 60_000

/** What the shop has said about when it is open, of every chair and date: the right rows are picked out. */
export interface OpeningHours {
  hours: readonly WorkingHours[]
  specialHours: readonly SpecialHours[]
  timeOff: readonly TimeOff[]
  holidayHours: readonly HolidayHours[]
}

/** Only what concerns the chair: whoever asks for many days looks through the others' rows once. */
export const openingOf = ({ hours, specialHours, timeOff, holidayHours }: OpeningHours, staffId: Id): OpeningHours => ({
  hours: hours.filter(one => one.staffId === staffId),
  specialHours: specialHours.filter(one => one.staffId === staffId || one.staffId === null),
  timeOff: timeOff.filter(one => one.staffId === staffId || one.staffId === null),
  holidayHours,
})

/** When the chair is open on that day, in epoch milliseconds (SPEC AP1–AP4). */
export function openTime(shop: OpeningHours, staffId: Id, day: Day, zone: string): TimeRange[] {
  const [clock] = clocksOfDays(day, day, zone) as [DayClock]
  return subtract(onTheWall(hoursOfDay(shop, staffId, day), clock), timeOffOf(shop, staffId))
}

/** Whether the chair is open for all of the slot. Time after midnight belongs to no day's hours. */
export const isWithinHours = (shop: OpeningHours, slot: Slot, zone: string): boolean =>
  subtract([timeOf(slot)], openTime(shop, slot.staffId, dayOf(slot.startsAt, zone), zone)).length === 0

/** The time in which the chair serves nobody, its own and the shop's, in epoch milliseconds. */
export const timeOffOf = ({ timeOff }: OpeningHours, staffId: Id): TimeRange[] =>
  timeOff.filter(one => one.staffId === staffId || one.staffId === null).map(timeOf)

/** The hours of that date before time off is taken away, in minutes after midnight on the wall (SPEC AP1). */
export function hoursOfDay(shop: OpeningHours, staffId: Id, day: Day): TimeRange[] {
  const special = specialHoursOfDay(shop, staffId, day)
  if (special) return asTime(special)
  return onHolidays(usualHours(shop, staffId, day), holidaysOf(day), shop.holidayHours)
}

/** The hours of one date that go before holidays and the usual week: the chair's own, else the shop's, else null. */
export function specialHoursOfDay({ specialHours }: OpeningHours, staffId: Id, day: Day): SpecialHours[] | null {
  const ofDay = specialHours.filter(one => one.day === day)
  const own = ofDay.filter(one => one.staffId === staffId)
  const rows = own.length > 0 ? own : ofDay.filter(one => one.staffId === null)
  return rows.length > 0 ? rows : null
}

/** The hours of the chair's week on that day, in minutes after midnight. */
export function usualHours({ hours }: OpeningHours, staffId: Id, day: Day): TimeRange[] {
  const weekday = weekdayOf(day)
  return asTime(hours.filter(one => one.staffId === staffId && one.weekday === weekday))
}

const asTime = (rows: readonly { ranges: Ranges }[]): TimeRange[] =>
  merge(rows.flatMap(row => row.ranges.map(([start, end]) => ({ start, end }))))

/** When a holiday closes the shop, in minutes after midnight; `longer` closings keep it open until then. */
interface Closing {
  at: number
  longer: boolean
}

/** What holidays leave of the hours (SPEC AP2). When two fall on one day the earlier closing counts: closed beats half a day. */
function onHolidays(usual: TimeRange[], holidays: readonly HolidayName[], chosen: readonly HolidayHours[]) {
  const closings = holidays.flatMap(holiday => closingsOf(holiday, chosen))
  const [earliest] = closings.sort((a, b) => a.at - b.at)
  return earliest ? closedAt(usual, earliest) : usual
}

function closingsOf(holiday: HolidayName, chosen: readonly HolidayHours[]): Closing[] {
  const choices = chosen.filter(one => one.holiday === holiday && one.opens !== 'official')
  if (choices.length === 0) return [{ at: isHalfDay(holiday) ? HALF_DAY_FROM : 0, longer: false }]
  return choices.flatMap(({ opens, until }) => {
    if (opens === 'usual') return []
    return { at: opens === 'longer' ? (until ?? 0) : 0, longer: opens === 'longer' }
  })
}

function closedAt(usual: TimeRange[], { at, longer }: Closing): TimeRange[] {
  const left = usual.filter(({ start }) => start < at)
  return left.map(({ start, end }, i) => ({ start, end: longer && i === left.length - 1 ? at : Math.min(end, at) }))
}

/** When the wall shows a time within the hours: across a change of the clock that can be in two pieces (SPEC AP3). */
export const onTheWall = (hours: readonly TimeRange[], { stretches }: DayClock): TimeRange[] =>
  merge(
    stretches.flatMap(({ start, end, midnight }) =>
      hours.map(range => ({
        start: Math.max(start, midnight + range.start * MINUTE),
        end: Math.min(end, midnight + range.end * MINUTE),
      })),
    ),
  )
