import { addDays, type Day } from '@/lib/kernel/zone'

/** The official holidays day by day, as a shop may choose for each (SPEC AP2), in the words it is asked with. */
export const holidayWords = {
  yilbasi: 'Yılbaşı',
  'ramazan-arife': 'Ramazan Bayramı arifesi',
  'ramazan-1': 'Ramazan Bayramı 1. gün',
  'ramazan-2': 'Ramazan Bayramı 2. gün',
  'ramazan-3': 'Ramazan Bayramı 3. gün',
  'ulusal-egemenlik': 'Ulusal Egemenlik ve Çocuk Bayramı',
  'emek-ve-dayanisma': 'Emek ve Dayanışma Günü',
  'genclik-ve-spor': 'Atatürk’ü Anma, Gençlik ve Spor Bayramı',
  'kurban-arife': 'Kurban Bayramı arifesi',
  'kurban-1': 'Kurban Bayramı 1. gün',
  'kurban-2': 'Kurban Bayramı 2. gün',
  'kurban-3': 'Kurban Bayramı 3. gün',
  'kurban-4': 'Kurban Bayramı 4. gün',
  'demokrasi-ve-milli-birlik': 'Demokrasi ve Millî Birlik Günü',
  zafer: 'Zafer Bayramı',
  'cumhuriyet-arife': 'Cumhuriyet Bayramı arifesi',
  cumhuriyet: 'Cumhuriyet Bayramı',
} as const satisfies Record<string, string>

export type HolidayName = keyof typeof holidayWords

export const holidayNames = Object.keys(holidayWords) as HolidayName[]

/** Minutes after midnight from which a half day is a holiday: law 2429, art. 2. */
export const HALF_DAY_FROM = 13 * 60

const halfDays: readonly HolidayName[] = ['ramazan-arife', 'kurban-arife', 'cumhuriyet-arife']

/** Whether the day is a holiday only from 13:00 on. */
export const isHalfDay = (name: HolidayName): boolean => halfDays.includes(name)

// The same every year: law 2429 of 17 March 1981, art. 1 and 2, as amended by 5892 (1 May) and 6752 (15 July).
const ofEveryYear: Record<string, HolidayName> = {
  '01-01': 'yilbasi',
  '04-23': 'ulusal-egemenlik',
  '05-01': 'emek-ve-dayanisma',
  '05-19': 'genclik-ve-spor',
  '07-15': 'demokrasi-ve-milli-birlik',
  '08-30': 'zafer',
  '10-28': 'cumhuriyet-arife',
  '10-29': 'cumhuriyet',
}

/**
 * The first day of each bayram, from Diyanet's yearly lists "Dini Günler" (vakithesaplama.diyanet.gov.tr, published to 2035).
 * Read through four sources that agree: the `holidays` package for Python 0.105 (its Turkish dates to 2032 are marked as
 * confirmed), the test data of holiday-calendar-java (taken from Diyanet's pages), a table that DITIB's dates were checked
 * against, and Diyanet's own rule reckoned again (the month begins on the day after the new moon, or a day later when that
 * falls after sunset). Lists that disagree count the arife as the first day, or were reckoned: one has 15 February 2029.
 */
const firstDays = {
  ramazan: ['2026-03-20', '2027-03-09', '2028-02-26', '2029-02-14', '2030-02-04', '2031-01-24'],
  kurban: ['2026-05-27', '2027-05-16', '2028-05-05', '2029-04-24', '2030-04-13', '2031-04-02'],
} satisfies Record<string, Day[]>

/**
 * The bayrams of later years are not in the table. There `holidaysOf` still knows the fixed days and no others, so nobody may
 * take its silence for a working day: customers are offered nothing (SPEC AP2), and a series says `unknown`.
 */
export const BAYRAMS_KNOWN_UNTIL: Day = '2031-12-31'

const bayrams = new Map<Day, HolidayName>([
  ...firstDays.ramazan.flatMap(day => daysFrom(day, ['ramazan-arife', 'ramazan-1', 'ramazan-2', 'ramazan-3'])),
  ...firstDays.kurban.flatMap(day => daysFrom(day, ['kurban-arife', 'kurban-1', 'kurban-2', 'kurban-3', 'kurban-4'])),
])

function daysFrom(firstDay: Day, names: HolidayName[]): [Day, HolidayName][] {
  return names.map((name, i) => [addDays(firstDay, i - 1), name])
}

/** What falls on that day: nothing, one, or two (19 May 2027 is the fourth day of Kurban Bayramı too). */
export function holidaysOf(day: Day): HolidayName[] {
  return [ofEveryYear[day.slice(5)], bayrams.get(day)].filter(name => name !== undefined)
}
