import 'server-only'
import type { Offer } from '@/lib/appointments/offers/available-slots'
import { addDays, type Day, dayOf, weekdayOf } from '@/lib/kernel/zone'
import type { ShopBook } from '../shop-book'
import { isBookableDay, offersBetween, type Search } from './offers'

/** A week of the shop's calendar, and the offers of one of its days. */
export interface TimesToChoose {
  /** Monday to Sunday. `free`: something is offered. */
  week: { day: Day; free: boolean }[]
  day: Day
  offers: Offer[]
  /** Days to look at the week before and the week after from; null: nothing is ever offered there. */
  earlier: Day | null
  later: Day | null
  /** The first free day after `day`, where `day` has nothing. */
  firstFree: Day | null
}

/** Looked through at once for the first free day. */
const WEEKS = 4

/** The times of the asked day, or of the first that has any. Throws DbError. */
export async function timesToChoose(book: ShopBook, search: Search, asked: Day | null): Promise<TimesToChoose> {
  const today = dayOf(search.now, book.shop.zone)
  const last = addDays(today, book.rules.daysAhead)
  const day = asked && isBookableDay(book, asked, search.now) ? asked : null

  if (!day) {
    const { found, offers } = await firstFreeFrom(book, search, today, last)
    return ofWeek(found ?? today, offers)
  }
  const offers = await offersBetween(book, search, later(mondayOf(day), today), earlier(sundayOf(day), last))
  const times = ofWeek(day, offers)
  if (times.offers.length > 0) return times
  const inWeek = times.week.find(one => one.free && one.day > day)?.day
  const next = inWeek ?? (await firstFreeFrom(book, search, addDays(sundayOf(day), 1), last)).found
  return { ...times, firstFree: next ?? times.week.find(one => one.free)?.day ?? null }

  function ofWeek(shown: Day, offers: Offer[]): TimesToChoose {
    const [monday, sunday] = [mondayOf(shown), sundayOf(shown)]
    const dayed = offers.map(offer => ({ offer, day: dayOf(offer.startsAt, book.shop.zone) }))
    const free = new Set(dayed.map(({ day }) => day))
    return {
      week: Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map(day => ({ day, free: free.has(day) })),
      day: shown,
      offers: dayed.filter(({ day }) => day === shown).map(({ offer }) => offer),
      earlier: monday > today ? later(addDays(monday, -7), today) : null,
      later: sunday < last ? addDays(sunday, 1) : null,
      firstFree: null,
    }
  }
}

/** The first day on which something is offered, with all that is offered in the weeks around it. */
async function firstFreeFrom(book: ShopBook, search: Search, from: Day, last: Day) {
  let start = from
  while (start <= last) {
    const end = earlier(addDays(sundayOf(start), 7 * (WEEKS - 1)), last)
    const offers = await offersBetween(book, search, start, end)
    if (offers[0]) return { found: dayOf(offers[0].startsAt, book.shop.zone), offers }
    start = addDays(end, 1)
  }
  return { found: null, offers: [] }
}

const mondayOf = (day: Day) => addDays(day, 1 - weekdayOf(day))
const sundayOf = (day: Day) => addDays(day, 7 - weekdayOf(day))
const later = (a: Day, b: Day) => (a > b ? a : b)
const earlier = (a: Day, b: Day) => (a < b ? a : b)
