'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { EarlierIcon, LaterIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { shopBook } from '@/lib/appointments/browser/shop-book'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, dayOf, formatDay, type Instant } from '@/lib/kernel/zone'
import { type MonthDay, monthDays } from './month-days'

const monthName = new Intl.DateTimeFormat('tr', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekdayName = new Intl.DateTimeFormat('tr', { weekday: 'short', timeZone: 'UTC' })
/** A Monday, for the names above the columns. */
const SOME_MONDAY: Day = '2026-11-23'

interface MonthSheetProps {
  day: Day
  now: Instant
  /** Whose month, null for all. */
  filter: Id | null
  onPick: (day: Day) => void
  onClose: () => void
}

/** A month at a glance: how full its days are, which are closed, where today is. */
export function MonthSheet({ day, now, filter, onPick, onClose }: MonthSheetProps) {
  const { shop } = useShop()
  const [month, setMonth] = useState(day.slice(0, 7))
  const first: Day = `${month}-01`
  const book = useLive(db => shopBook(db, first, 31, shop.zone), [first, shop.zone])
  const today = dayOf(now, shop.zone)
  const goTo = (from: Day, days: number) => setMonth(addDays(from, days).slice(0, 7))
  return (
    <Sheet open title={monthName.format(Date.parse(first))} onClose={onClose}>
      <div className="-my-2 flex items-center justify-between">
        <IconButton icon={<EarlierIcon />} label="Önceki ay" onClick={() => goTo(first, -1)} />
        {month !== today.slice(0, 7) && (
          <Button variant="quiet" onClick={() => setMonth(today.slice(0, 7))}>
            Bu ay
          </Button>
        )}
        <IconButton icon={<LaterIcon />} label="Sonraki ay" onClick={() => goTo(first, 31)} />
      </div>
      <div className="-mx-gutter grid grid-cols-7 px-1">
        {[0, 1, 2, 3, 4, 5, 6].map(i => (
          <span key={i} aria-hidden className="text-center text-ink-soft text-small">
            {weekdayName.format(Date.parse(addDays(SOME_MONDAY, i)))}
          </span>
        ))}
        {book &&
          monthDays(book, { first, filter }).map((one, i) => (
            <DayCell
              key={one.day}
              one={one}
              column={i === 0 ? one.weekday : undefined}
              isShown={one.day === day}
              isToday={one.day === today}
              onPick={onPick}
            />
          ))}
      </div>
    </Sheet>
  )
}

interface DayCellProps {
  one: MonthDay
  /** Where the first of the month stands. */
  column?: number
  isShown: boolean
  isToday: boolean
  onPick: (day: Day) => void
}

function DayCell({ one, column, isShown, isToday, onPick }: DayCellProps) {
  const { day, closed, fullness, count } = one
  const said = closed ? 'kapalı' : `${count} randevu, yüzde ${Math.round(fullness * 100)} dolu`
  return (
    <button
      type="button"
      aria-label={`${formatDay(day)}${isToday ? ', bugün' : ''}: ${said}`}
      aria-current={isShown ? 'date' : undefined}
      style={{ gridColumnStart: column }}
      onClick={() => onPick(day)}
      className={`flex min-h-14 flex-col items-center justify-between rounded-control border py-1 active:bg-do-soft ${
        isShown ? 'border-do bg-do-soft' : 'border-transparent'
      } ${closed ? 'text-ink-soft' : ''}`}
    >
      <span className={isToday ? 'font-semibold text-do underline underline-offset-4' : ''}>
        {Number(day.slice(8))}
      </span>
      {closed ? (
        <span className="text-[0.8125rem]/4">kapalı</span>
      ) : (
        <span className="h-1.5 w-8 overflow-hidden rounded-full bg-line">
          <span className="block h-full bg-do" style={{ width: `${fullness * 100}%` }} />
        </span>
      )}
    </button>
  )
}
