import type { Ranges } from '@/lib/appointments/appointment'
import { holidaysOf, holidayWords } from '@/lib/appointments/holidays'
import {
  hoursOfDay,
  type OpeningHours,
  openTime,
  specialHoursOfDay,
  timeOffOf,
  usualHours,
} from '@/lib/appointments/time/open-time'
import type { Id } from '@/lib/kernel/id'
import { intersect, merge, subtract, type TimeRange } from '@/lib/kernel/time-range'
import { addDays, type Day, formatMinutes, formatTime, instantAt, instantOf } from '@/lib/kernel/zone'
import { atTime, untilTime } from '../turkish-times'

interface NotedDay {
  hours: OpeningHours
  day: Day
  zone: string
  /** Those whose day is looked at, in the shop's order. */
  chairs: readonly { id: Id; name: string }[]
}

/** What is unlike other days, in words: holidays, closed days, special hours, and who is off. */
export function dayNotes(noted: NotedDay): string[] {
  return [...holidayNotes(noted), ...hoursNotes(noted), ...timeOffNotes(noted)]
}

const together = (ranges: TimeRange[][]) => merge(ranges.flat())

function holidayNotes({ hours, day, chairs }: NotedDay): string[] {
  const names = holidaysOf(day).map(holiday => holidayWords[holiday])
  if (names.length === 0 || chairs.length === 0) return []
  const usual = together(chairs.map(({ id }) => usualHours(hours, id, day)))
  const open = together(chairs.map(({ id }) => hoursOfDay(hours, id, day)))
  return [`${names.join(', ')} — ${effectOf(open, usual)}`]
}

function effectOf(open: TimeRange[], usual: TimeRange[]): string {
  const [closing, usualClosing] = [open.at(-1)?.end, usual.at(-1)?.end]
  if (closing === undefined) return 'kapalı'
  if (closing === usualClosing) return 'her zamanki saatler'
  const time = formatMinutes(closing)
  return closing > (usualClosing ?? 0) ? `${untilTime(time)} kadar açık` : `${atTime(time)} kapanış`
}

/** Who is not here for want of hours, and hours that are of this day only. */
function hoursNotes({ hours, day, chairs }: NotedDay): string[] {
  const isOpen = ({ id }: { id: Id }) => hoursOfDay(hours, id, day).length > 0
  const isHoliday = holidaysOf(day).length > 0
  if (chairs.length > 0 && !chairs.some(isOpen)) return isHoliday ? [] : ['Bu gün kapalı']
  const shops = hours.specialHours.find(one => one.day === day && one.staffId === null)
  const own = chairs.filter(({ id }) => specialHoursOfDay(hours, id, day)?.some(({ staffId }) => staffId === id))
  const absent = chairs.filter(chair => !isOpen(chair) && !own.includes(chair))
  return [
    ...(shops ? [`Bu güne özel saatler: ${rangesWords(shops.ranges)}`] : []),
    ...own.map(({ id, name }) => {
      const ranges = specialHoursOfDay(hours, id, day)!.flatMap(one => one.ranges)
      return ranges.length > 0 ? `${name} bu gün ${rangesWords(ranges)} arası` : `${name} bu gün yok`
    }),
    ...(absent.length > 0 && !isHoliday ? [`${absent.map(({ name }) => name).join(', ')} bu gün yok`] : []),
  ]
}

export const rangesWords = (ranges: Ranges): string =>
  ranges.map(([from, to]) => `${formatMinutes(from)}–${formatMinutes(to)}`).join(', ')

function timeOffNotes({ hours, day, zone, chairs }: NotedDay): string[] {
  const whole = { start: Date.parse(instantAt(day, 0, zone)), end: Date.parse(instantAt(addDays(day, 1), 0, zone)) }
  const time = (epoch: number) => formatTime(instantOf(epoch), zone)
  return hours.timeOff.flatMap(off => {
    const affected = chairs.filter(({ id }) => off.staffId === null || off.staffId === id)
    const [part] = intersect([{ start: Date.parse(off.startsAt), end: Date.parse(off.endsAt) }], [whole])
    if (!part || affected.length === 0) return []
    // All that he would have been here for: "izinli", with no times to read.
    const others = { ...hours, timeOff: hours.timeOff.filter(one => one !== off) }
    const allOfIt = affected.every(({ id }) => subtract(openTime(others, id, day, zone), [part]).length === 0)
    const span = allOfIt ? null : `${time(part.start)}–${part.end === whole.end ? '24:00' : time(part.end)}`
    const who = off.staffId === null ? 'Dükkân' : affected[0]!.name
    const what = [who, span, off.staffId === null ? 'kapalı' : 'izinli'].filter(Boolean).join(' ')
    return [off.note ? `${what} · ${off.note}` : what]
  })
}

/** Whether that time is somebody's time off: said where it is chosen all the same. */
export const isOff = (hours: OpeningHours, staffId: Id, time: TimeRange): boolean =>
  intersect(timeOffOf(hours, staffId), [time]).length > 0
