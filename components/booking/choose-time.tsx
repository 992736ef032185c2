import type { ReactNode } from 'react'
import { hoursWords } from '@/components/settings/hours/hours-words'
import { holidaysOf } from '@/lib/appointments/holidays'
import { hoursOn } from '@/lib/booking/opening-hours'
import type { TimesToChoose } from '@/lib/booking/server/times-to-choose'
import type { ShopBook } from '@/lib/booking/shop-book'
import { type Day, formatDay, formatTime, minutesOfDay } from '@/lib/kernel/zone'
import { TextLink } from './plain-button'
import { PlainBackIcon, PlainOnIcon } from './plain-icons'
import { dayWords, holidaysWords } from './words'

interface ChooseTimeProps {
  book: ShopBook
  times: TimesToChoose
  today: Day
  /** The same page at another day. */
  dayPath: (day: Day) => string
  /** Where the chosen time is sent, as `saat`. */
  action: string
  /** What is sent with it. */
  children?: ReactNode
}

const NOON = 12 * 60
const EVENING = 17 * 60

/** A week to look through, and the free times of one day of it as buttons. */
export function ChooseTime({ book, times, today, dayPath, action, children }: ChooseTimeProps) {
  const { zone } = book.shop
  const parts = [
    { name: 'Sabah', from: 0, until: NOON },
    { name: 'Öğleden sonra', from: NOON, until: EVENING },
    { name: 'Akşam', from: EVENING, until: Number.POSITIVE_INFINITY },
  ].map(({ name, from, until }) => ({
    name,
    offers: times.offers.filter(({ startsAt }) => {
      const minute = minutesOfDay(startsAt, zone)
      return from <= minute && minute < until
    }),
  }))
  return (
    <>
      <Week times={times} today={today} dayPath={dayPath} />
      <h2 className="text-name font-semibold">{dayWords(times.day, today)}</h2>
      {times.offers.length > 0 ? (
        <form method="post" action={action} className="flex flex-col gap-4">
          {children}
          {parts
            .filter(({ offers }) => offers.length > 0)
            .map(({ name, offers }) => (
              <fieldset key={name}>
                <legend className="pb-1.5 text-ink-soft">{name}</legend>
                <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
                  {offers.map(({ startsAt }) => (
                    <button
                      key={startsAt}
                      type="submit"
                      name="saat"
                      value={startsAt}
                      className="min-h-target rounded-control border border-edge bg-card font-semibold active:bg-do-soft"
                    >
                      {formatTime(startsAt, zone)}
                    </button>
                  ))}
                </div>
              </fieldset>
            ))}
        </form>
      ) : (
        <Nothing book={book} times={times} today={today} dayPath={dayPath} />
      )}
    </>
  )
}

const shortWeekday = new Intl.DateTimeFormat('tr', { weekday: 'short', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'long', timeZone: 'UTC' })

function Week({
  times: { week, day: shown, earlier, later },
  today,
  dayPath,
}: Pick<ChooseTimeProps, 'times' | 'today' | 'dayPath'>) {
  const [monday, sunday] = [week[0]!.day, week[6]!.day]
  const span = dayAndMonth.formatRange(Date.parse(monday), Date.parse(sunday))
  return (
    <nav aria-label="Gün" className="flex flex-col gap-1">
      <div className="-mx-3 grid grid-cols-[3rem_1fr_3rem] items-center text-center">
        {earlier ? <Turn href={dayPath(earlier)} label="Önceki hafta" icon={<PlainBackIcon />} /> : <span />}
        <span className="font-semibold">{span}</span>
        {later && <Turn href={dayPath(later)} label="Sonraki hafta" icon={<PlainOnIcon />} />}
      </div>
      <ul className="-mx-2 grid grid-cols-[repeat(auto-fit,minmax(2.9rem,1fr))] text-center">
        {week.map(({ day, free }) => (
          <li key={day}>
            {free || day === shown ? (
              <a
                href={dayPath(day)}
                aria-label={formatDay(day)}
                aria-current={day === shown ? 'date' : undefined}
                className="flex min-h-14 flex-col justify-center rounded-control border border-transparent aria-[current=date]:border-do aria-[current=date]:bg-do aria-[current=date]:text-do-ink active:bg-do-soft"
              >
                <DayCell day={day} free={free} today={today} />
              </a>
            ) : (
              <span className="flex min-h-14 flex-col justify-center text-ink-soft">
                <DayCell day={day} free={free} today={today} />
                <span className="sr-only">boş saat yok</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const DayCell = ({ day, free, today }: { day: Day; free: boolean; today: Day }) => (
  <>
    <span className="text-small">{shortWeekday.format(Date.parse(day))}</span>
    <span
      className={`${free ? 'font-semibold' : 'line-through'} ${day === today ? 'underline underline-offset-4' : ''}`}
    >
      {Number(day.slice(8))}
    </span>
  </>
)

const Turn = ({ href, label, icon }: { href: string; label: string; icon: ReactNode }) => (
  <a href={href} aria-label={label} className="flex size-target items-center justify-center text-do">
    {icon}
  </a>
)

/** Closed, or full; and where there is something. */
function Nothing({ book, times, today, dayPath }: Omit<ChooseTimeProps, 'action' | 'children'>) {
  const hours = hoursOn(book, times.day)
  const holiday = holidaysWords({ holidays: holidaysOf(times.day) })
  const closed = holiday ? `Dükkân bu gün kapalı: ${holiday}.` : 'Dükkân bu gün kapalı.'
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{hours.length > 0 ? `Bu gün boş saat kalmadı (${hoursWords(hours)}).` : closed}</p>
      {times.firstFree ? (
        <TextLink href={dayPath(times.firstFree)}>İlk boş gün: {dayWords(times.firstFree, today)}</TextLink>
      ) : (
        <p>Önümüzdeki {book.rules.daysAhead} günde boş saat yok; dükkânı arayın.</p>
      )}
    </div>
  )
}
