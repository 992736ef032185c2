import { daysOf, formatMonth, type Month } from '@/lib/cash/month'
import type { MonthTotals } from '@/lib/cash/month-totals'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

interface DayBarsProps {
  month: Month
  days: MonthTotals['days']
}

/** In the drawing’s own units: wide and high as a phone shows it. */
const [WIDTH, HEIGHT, LEFT, RIGHT, FOOT] = [328, 150, 44, 6, 20]

/** `₺12 bin`, `₺850`, `₺1,2 mn`: for the few marks at the side. */
function shortMoney(kurus: Kurus): string {
  const lira = kurus / 100
  const number = (value: number) => new Intl.NumberFormat('tr', { maximumFractionDigits: 1 }).format(value)
  if (lira >= 1_000_000) return `${number(lira / 1_000_000)} mn`
  return lira >= 1_000 ? `${number(lira / 1_000)} bin` : `₺${number(lira)}`
}

/** The smallest of 1, 2, 5, 10, 20… that holds the highest bar in at most four steps. */
export function stepOf(highest: Kurus): Kurus {
  for (let step = 100; ; step *= 10) for (const times of [1, 2, 5]) if (step * times * 4 >= highest) return step * times
}

/** What came in on each day, as bars from zero. The same stands beneath as a table, for who cannot see it or wants it to the kuruş. */
export function DayBars({ month, days }: DayBarsProps) {
  const byDay = new Map(days.map(day => [day.day, day]))
  const all = daysOf(month)
  const step = stepOf(Math.max(1, ...days.map(({ income }) => income)))
  const steps = Math.max(1, Math.ceil(Math.max(0, ...days.map(({ income }) => income)) / step))
  const tall = (kurus: Kurus) => (Math.max(0, kurus) / (step * steps)) * (HEIGHT - FOOT - 8)
  const marks = Array.from({ length: steps + 1 }, (_, i) => step * i)
  const wide = (WIDTH - LEFT - RIGHT) / all.length
  return (
    <svg
      role="img"
      aria-label={`${formatMonth(month)}, gün gün gelir; tutarlar aşağıdaki tabloda`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-lg"
    >
      {marks.map(mark => {
        const y = HEIGHT - FOOT - tall(mark)
        return (
          <g key={mark}>
            <line x1={LEFT} x2={WIDTH} y1={y} y2={y} className="stroke-line" strokeWidth={1} />
            <text x={LEFT - 5} y={y + 4} textAnchor="end" className="fill-ink-soft text-[11px]">
              {mark === 0 ? '0' : shortMoney(mark)}
            </text>
          </g>
        )
      })}
      {all.map((day, i) => {
        const income = byDay.get(day)?.income ?? 0
        const number = i + 1
        return (
          <g key={day}>
            {income > 0 && (
              <rect
                x={LEFT + i * wide + wide * 0.12}
                y={HEIGHT - FOOT - tall(income)}
                width={wide * 0.76}
                height={Math.max(1, tall(income))}
                className="fill-do"
              >
                <title>
                  {number}: {formatMoney(income)}
                </title>
              </rect>
            )}
            {(number === 1 || number % 5 === 0) && number !== 31 && (
              <text
                x={LEFT + (i + 0.5) * wide}
                y={HEIGHT - 5}
                textAnchor="middle"
                className="fill-ink-soft text-[11px]"
              >
                {number}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const shortDay = new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'short', weekday: 'short', timeZone: 'UTC' })

/** Every day on which anything moved, to the kuruş. */
export function DayTable({ month, days }: DayBarsProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">{formatMonth(month)}, gün gün</caption>
      <thead>
        <tr className="border-line border-b text-ink-soft">
          <th scope="col" className="py-1 text-left font-normal">
            Gün
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Gelir
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Gider
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, income, expense }) => (
          <tr key={day} className="border-line border-b">
            <th scope="row" className="py-1 text-left font-normal">
              {shortDay.format(Date.parse(day))}
            </th>
            <td className="py-1 text-right">{formatMoney(income)}</td>
            <td className="py-1 text-right">{formatMoney(expense)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
