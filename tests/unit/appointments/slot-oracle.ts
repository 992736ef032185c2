import type { Wish } from '@/lib/appointments/offers/available-slots'
import type { Book } from '@/lib/appointments/time/book'
import { addDays, type Day, dayOf, instantAt, instantOf, minutesOfDay, weekdayOf } from '@/lib/kernel/zone'

const MINUTE = 60_000

export interface Found {
  start: number
  chairs: string[]
}

/**
 * What `availableSlots` should find, in the plainest way there is: every minute of every day with every choice of chairs is
 * tried against the sentences of the SPEC. Slow; for whole minutes, without holidays and special hours (those have their own tests).
 */
export function everyOffer(book: Book, wish: Wish): Found[] {
  const days = Array.from({ length: 400 }, (_, i) => addDays(wish.from, i)).filter(day => day <= wish.to)
  return days.flatMap(day => offersOfDay(book, wish, day))
}

function offersOfDay(book: Book, wish: Wish, day: Day): Found[] {
  const from = Date.parse(instantAt(day, 0, book.zone))
  const to = Date.parse(instantAt(addDays(day, 1), 0, book.zone))
  const minutes = Array.from({ length: (to - from) / MINUTE }, (_, i) => from + i * MINUTE)
  const wall = new Map(minutes.map(minute => [minute, minutesOfDay(instantOf(minute), book.zone)]))

  const isOff = (chair: string, minute: number) =>
    book.timeOff.some(
      off =>
        (off.staffId === null || off.staffId === chair) &&
        Date.parse(off.startsAt) <= minute &&
        minute < Date.parse(off.endsAt),
    )
  const hoursOf = (chair: string) =>
    book.hours.filter(one => one.staffId === chair && one.weekday === weekdayOf(day)).flatMap(one => one.ranges)
  const openMinutes = (chair: string) => {
    const hours = hoursOf(chair)
    const isOpen = (minute: number) => hours.some(([a, b]) => a <= wall.get(minute)! && wall.get(minute)! < b)
    return new Set(minutes.filter(minute => isOpen(minute) && !isOff(chair, minute)))
  }
  const heldMinutes = (chair: string) => {
    const busy = book.busy.filter(one => one.staffId === chair)
    return minutes.filter(minute => busy.some(one => one.start <= minute && minute < one.end)).length
  }
  const open = new Map(book.chairs.map(chair => [chair, openMinutes(chair)]))
  const held = new Map(book.chairs.map(chair => [chair, heldMinutes(chair)]))

  const past = Math.ceil(Date.parse(book.now) / (5 * MINUTE)) * 5 * MINUTE
  const isFree = (chair: string, start: number, end: number) =>
    start >= past &&
    book.busy.every(one => one.staffId !== chair || one.end <= start || end <= one.start) &&
    book.timeOff.every(
      off =>
        (off.staffId !== null && off.staffId !== chair) ||
        Date.parse(off.endsAt) <= start ||
        end <= Date.parse(off.startsAt),
    )

  const isPossible = (start: number, chairs: string[]): boolean => {
    let at = start
    const cleaned = new Map<string, number>()
    return wish.parts.every(({ serviceId }, i) => {
      const chair = chairs[i]!
      const service = book.services.find(one => one.id === serviceId)!
      const own = book.staffServices.find(one => one.staffId === chair && one.serviceId === serviceId)
      const served = (own?.minutes ?? service.minutes) * MINUTE
      const prepare = service.prepareMinutes * MINUTE
      const clean = service.cleanMinutes * MINUTE
      if (cleaned.has(chair)) at = Math.max(at, cleaned.get(chair)! + prepare)
      const begins = at
      at += served
      cleaned.set(chair, at + clean)
      for (let minute = begins; minute < at; minute += MINUTE) if (!open.get(chair)!.has(minute)) return false
      return isFree(chair, begins - prepare, at + clean)
    })
  }

  const today = dayOf(book.now, book.zone)
  const notBefore = Date.parse(book.now) + (wish.limits?.noticeMinutes ?? 0) * MINUTE
  if (wish.limits && day > addDays(today, wish.limits.daysAhead)) return []
  const inOrder = [...book.chairs].sort((a, b) => held.get(a)! - held.get(b)!)
  const choices = wish.parts.reduce<string[][]>(
    (chosen, { serviceId, staffId }) =>
      chosen.flatMap(chairs =>
        inOrder
          .filter(chair => staffId === null || staffId === chair)
          .filter(chair =>
            book.staffServices.every(own => own.staffId !== chair || own.serviceId !== serviceId || own.offered),
          )
          .map(chair => [...chairs, chair]),
      ),
    [[]],
  )
  const alone = choices.filter(choice => new Set(choice).size === 1)
  return minutes
    .filter(start => start >= notBefore)
    .flatMap(start => {
      const isStep = wall.get(start)! % wish.stepMinutes === 0
      const chairs = [...alone, ...choices].find(
        choice => isPossible(start, choice) && (isStep || !isPossible(start - MINUTE, choice)),
      )
      return chairs ? { start, chairs } : []
    })
}
