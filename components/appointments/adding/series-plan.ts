import { holidayWords } from '@/lib/appointments/holidays'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import { type SeriesDate, seriesDates } from '@/lib/appointments/offers/series'
import type { Book } from '@/lib/appointments/time/book'
import { type Day, dayOf, minutesOfDay, weekdayOf } from '@/lib/kernel/zone'
import { minutesOf } from '../words'
import type { Repeat } from './repeat-fields'

/** One date of a series of visits, as it would be written. */
export interface PlannedVisit {
  day: Day
  parts: OfferedPart[]
  /** Why it does not fit; null: it does. */
  why: string | null
  /** The chair is taken: not even the shop can write there (SPEC AP12). */
  impossible: boolean
  /** Something to know about a date that fits. */
  remark: string | null
}

/** Every date of the series that begins with `first`, also those that do not fit (SPEC AP19): a visit fits when all its parts do. */
export function planSeries(book: Book, first: readonly OfferedPart[], repeat: Repeat): PlannedVisit[] {
  const ofParts = first.map(part => {
    const from = dayOf(part.startsAt, book.zone)
    const { staffId, prepareMinutes, cleanMinutes } = part
    const repeated = {
      staffId,
      prepareMinutes,
      cleanMinutes,
      minuteOfDay: minutesOfDay(part.startsAt, book.zone),
      minutes: minutesOf(part),
    }
    return seriesDates(book, { ...repeat, from, weekday: weekdayOf(from) }, repeated)
  })
  return ofParts[0]!.map((date, i) => {
    const dates = ofParts.map(dates => dates[i]!)
    const taken = dates.find(({ fit }) => fit === 'taken')
    const unfit = taken ?? dates.find(({ fit }) => fit === 'closed' || fit === 'holiday')
    return {
      day: date.day,
      parts: first.map((part, j) => ({ ...part, startsAt: dates[j]!.startsAt, endsAt: dates[j]!.endsAt })),
      why: unfit ? whyWords(unfit) : null,
      impossible: taken !== undefined,
      remark: dates.some(({ fit }) => fit === 'unknown') ? 'o yılın bayramları henüz belli değil' : null,
    }
  })
}

function whyWords(date: SeriesDate): string {
  if (date.fit === 'holiday') return date.holidays.map(holiday => holidayWords[holiday]).join(', ')
  return date.fit === 'taken' ? 'dolu' : 'kapalı'
}
