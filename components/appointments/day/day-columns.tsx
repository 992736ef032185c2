'use client'

import { useRef } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { holdsItsChair } from '@/lib/appointments/appointment'
import { busyTimeOf, type Slot, timeOf } from '@/lib/appointments/time/chair-time'
import { openTime } from '@/lib/appointments/time/open-time'
import { timeline } from '@/lib/appointments/time/timeline'
import type { Id } from '@/lib/kernel/id'
import { dayOf, formatTime, type Instant, instantAt, instantOf } from '@/lib/kernel/zone'
import { useTell } from '../use-tell'
import { useActs } from '../visit/use-acts'
import { ChairColumn } from './chair-column'
import { frameOf, hoursOf, pxPerMinute, snap } from './column-layout'
import { movesOfDrop } from './drop'
import { type Agenda, visitOf } from './use-agenda'
import { useDrag } from './use-drag'

const MINUTE = 60_000
const [NINE, NINETEEN] = [9 * 60, 19 * 60]

/** So many columns fit a tablet. */
const MOST_IN_SIGHT = 6

interface DayColumnsProps {
  agenda: Agenda
  chairs: readonly Id[]
  now: Instant
  onOpen: (id: Id) => void
  onGap: (gap: Slot) => void
}

/** The day drawn to scale, a column a chair; what is in it can be dragged to another time and another chair. */
export function DayColumns({ agenda, chairs, now, onOpen, onGap }: DayColumnsProps) {
  const { shop } = useShop()
  const { move } = useActs()
  const { show } = useTell()
  const grid = useRef<HTMLDivElement>(null)
  const { day, book, items } = agenda

  const entries = timeline({ ...book.hours, day, zone: shop.zone, appointments: book.appointments, now, chairs })
  const midnight = Date.parse(instantAt(day, 0, shop.zone))
  const open = chairs.flatMap(id => openTime(book.hours, id, day, shop.zone))
  const served = entries.flatMap(entry => (entry.kind === 'appointment' ? timeOf(entry.appointment) : []))
  const busy = entries.flatMap(entry => (entry.kind === 'appointment' ? busyTimeOf(entry.appointment) : []))
  const usual = { start: midnight + NINE * MINUTE, end: midnight + NINETEEN * MINUTE }
  const frame = frameOf([...open, ...busy], usual)
  const scale = pxPerMinute(served)
  const y = (moment: number) => ((moment - frame.start) / MINUTE) * scale

  const momentOf = (px: number) => frame.start + (px / scale) * MINUTE
  const halfStep = (book.stepMinutes / 2) * MINUTE

  const { drag, begin, handlers } = useDrag({
    grid,
    momentAt: px => snap(momentOf(px), midnight, book.stepMinutes),
    onDrop: ({ id, staffId, start }) => {
      const item = items.get(id)
      if (!item || (item.appointment.staffId === staffId && timeOf(item.appointment).start === start)) return
      const parts = visitOf(agenda, item).filter(part => holdsItsChair(part.appointment, now))
      const moves = movesOfDrop(agenda, { item, parts, staffId, start }, now)
      if (!moves.ok) return show({ text: moves.error })
      return void move([moves.value], [parts.map(part => part.appointment)])
    },
  })
  const isToday = dayOf(now, shop.zone) === day
  const nowAt = y(Date.parse(now))
  const wider = chairs.length > MOST_IN_SIGHT
  return (
    <div className="mt-2 overflow-x-clip border-line border-t">
      {/* Too many chairs for the window: it scrolls sideways, and then the names scroll away with the day. */}
      <div className={wider ? 'overflow-x-auto' : ''}>
        <div ref={grid} {...handlers} className="relative flex min-w-fit pl-14">
          <div aria-hidden className="absolute inset-y-0 left-0 w-14 border-line border-r text-ink-soft text-small">
            <div className="h-12" />
            <div className="relative">
              {hoursOf(frame).map(hour => (
                <span key={hour} className="absolute right-2" style={{ top: y(hour) }}>
                  {formatTime(instantOf(hour), shop.zone)}
                </span>
              ))}
            </div>
          </div>
          {chairs.map(id => (
            <ChairColumn
              key={id}
              id={id}
              agenda={agenda}
              entries={entries}
              frame={frame}
              y={y}
              stepBefore={px => snap(momentOf(px) - halfStep, midnight, book.stepMinutes)}
              now={now}
              drag={drag}
              sticky={!wider}
              grid={grid}
              onGrab={begin}
              onOpen={onOpen}
              onGap={onGap}
            />
          ))}
          {isToday && frame.start <= Date.parse(now) && Date.parse(now) <= frame.end && (
            <div
              className="pointer-events-none absolute right-0 left-0 z-10 flex items-center"
              style={{ top: nowAt + 48 }}
            >
              <span className="w-14 -translate-y-1/2 pr-1 text-right font-semibold text-look text-small">
                <span className="bg-paper px-0.5">{formatTime(now, shop.zone)}</span>
              </span>
              <span className="absolute right-0 left-14 h-0.5 bg-look" />
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
