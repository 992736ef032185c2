'use client'

import type { ReactNode } from 'react'
import { addDays, type Day, formatDay } from '@/lib/kernel/zone'
import { Button, IconButton } from './button'
import { EarlierIcon, LaterIcon, OpenIcon } from './icons'

interface DayStripProps {
  day: Day
  onChange: (day: Day) => void
  /** The shop's today, for the way back to it. */
  today: Day
  /** What tapping the day's name opens, instead of the phone's own calendar. */
  onName?: () => void
  /** At the end of the line with the day's name. */
  corner?: ReactNode
  /** At the end of the line with the days. */
  aside?: ReactNode
}

const shortWeekday = new Intl.DateTimeFormat('tr', { weekday: 'short', timeZone: 'UTC' })

const nameClass = 'inline-flex min-h-target items-center gap-1.5 text-left text-name font-semibold'

/** The neighbours that fit: none with very large text, one on each side from 13rem, two from 21rem, three from 32rem. */
const neighbours = [
  { offset: -3, shown: 'hidden @min-[32rem]:flex' },
  { offset: -2, shown: 'hidden @min-[21rem]:flex' },
  { offset: -1, shown: 'hidden @min-[13rem]:flex' },
  { offset: 0, shown: 'flex' },
  { offset: 1, shown: 'hidden @min-[13rem]:flex' },
  { offset: 2, shown: 'hidden @min-[21rem]:flex' },
  { offset: 3, shown: 'hidden @min-[32rem]:flex' },
]

/** ‹ 21 [22] 23 › under the day's name. Tapping the name opens a calendar, for days farther away. */
export function DayStrip({ day, onChange, today, onName, corner, aside }: DayStripProps) {
  return (
    <div className="@container flex flex-col gap-1">
      <div className="flex items-start gap-x-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-2">
          {onName ? (
            <button type="button" aria-haspopup="dialog" onClick={onName} className={nameClass}>
              {formatDay(day)}
              <OpenIcon className="size-5 shrink-0" />
              <span className="sr-only">takvim</span>
            </button>
          ) : (
            <label className={`relative ${nameClass} has-focus-visible:outline-3 has-focus-visible:outline-do`}>
              {formatDay(day)}
              <OpenIcon className="size-5 shrink-0" />
              <input
                type="date"
                aria-label="Başka bir güne git"
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                value={day}
                onClick={event => event.currentTarget.showPicker()}
                // Emptied in the picker is no day to go to.
                onChange={event => event.target.value && onChange(event.target.value)}
              />
            </label>
          )}
          {day !== today && (
            <Button variant="quiet" onClick={() => onChange(today)}>
              Bugüne dön
            </Button>
          )}
        </div>
        {corner}
      </div>
      <div className="flex flex-wrap items-stretch justify-end">
        <div className="flex min-w-0 grow-999 basis-52 items-stretch">
          <IconButton icon={<EarlierIcon />} label="Önceki gün" onClick={() => onChange(addDays(day, -1))} />
          {neighbours.map(({ offset, shown }) => {
            const there = addDays(day, offset)
            return (
              <button
                key={there}
                type="button"
                aria-label={formatDay(there)}
                aria-current={offset === 0 ? 'date' : undefined}
                onClick={() => onChange(there)}
                className={`${shown} min-h-target min-w-0 flex-1 flex-col items-center justify-center rounded-control py-1 border border-transparent aria-[current=date]:border-do aria-[current=date]:bg-do-soft aria-[current=date]:font-semibold`}
              >
                <span className="text-small">{shortWeekday.format(Date.parse(there))}</span>
                <span className={there === today ? 'underline underline-offset-4' : ''}>{Number(there.slice(8))}</span>
              </button>
            )
          })}
          <IconButton icon={<LaterIcon />} label="Sonraki gün" onClick={() => onChange(addDays(day, 1))} />
        </div>
        {aside}
      </div>
    </div>
  )
}
