'use client'

import type { MouseEvent, PointerEvent, RefObject } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { AddIcon } from '@/components/ui/icons'
import { type Slot, timeOf } from '@/lib/appointments/chair-time'
import { openTime } from '@/lib/appointments/open-time'
import type { TimelineEntry } from '@/lib/appointments/timeline'
import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import { formatTime, type Instant, instantOf } from '@/lib/kernel/zone'
import { AppointmentBlock } from './appointment-block'
import { hoursOf, inLanes } from './column-layout'
import type { Agenda } from './use-agenda'
import type { Drag } from './use-drag'
import { duration } from './words'

/** Lower than this a gap has no room for its words. */
const WORDS_PX = 24

interface ChairColumnProps {
  id: Id
  agenda: Agenda
  /** Of all chairs. */
  entries: readonly TimelineEntry[]
  frame: TimeRange
  /** How far down a moment stands, in pixels. */
  y: (moment: number) => number
  /** The last step of the clock at or above that height. */
  stepBefore: (px: number) => number
  now: Instant
  drag: Drag | null
  columns: readonly Id[]
  grid: RefObject<HTMLElement | null>
  onGrab: (event: PointerEvent<HTMLElement>, id: Id) => void
  onOpen: (id: Id) => void
  onGap: (gap: Slot) => void
}

/** One chair's day to scale: what is open, what is free, what is in the book. */
export function ChairColumn({
  id,
  agenda,
  entries,
  frame,
  y,
  stepBefore,
  now,
  drag,
  columns,
  grid,
  onGrab,
  onOpen,
  onGap,
}: ChairColumnProps) {
  const { shop } = useShop()
  const chair = agenda.chairs.find(one => one.id === id)
  const gaps = entries.flatMap(entry => (entry.kind === 'gap' && entry.staffId === id ? entry.gap : []))
  const booked = entries.flatMap(entry =>
    entry.kind === 'appointment' && entry.appointment.staffId === id
      ? { ...timeOf(entry.appointment), appointment: entry.appointment }
      : [],
  )
  /** Where a long gap was tapped, on a step of the clock; its words, and the keyboard, mean its beginning. */
  const tapped = ({ detail, clientY, currentTarget }: MouseEvent<HTMLElement>, gap: TimeRange) => {
    const px = clientY - currentTarget.getBoundingClientRect().top
    return detail === 0 || px < WORDS_PX ? gap.start : Math.max(gap.start, stepBefore(y(gap.start) + px))
  }
  const place = ({ start, end }: TimeRange) => ({ top: y(start), height: y(end) - y(start) })
  /** How far the dragged block has come from its own column, in pixels. */
  const across = (to: Id) => {
    const left = (staffId: Id) => grid.current?.querySelector<HTMLElement>(`[data-chair="${staffId}"]`)?.offsetLeft ?? 0
    return left(to) - left(id)
  }
  return (
    <section aria-label={chair?.name} className="min-w-34 flex-1 border-line border-r last:border-r-0">
      <h2
        className={`z-10 flex h-12 items-center border-line border-b bg-paper px-2 font-semibold ${columns.length > 6 ? '' : 'sticky top-0'}`}
      >
        <span className="truncate">{chair?.name}</span>
      </h2>
      <div data-chair={id} className="relative" style={{ height: y(frame.end) }}>
        {openTime(agenda.book.hours, id, agenda.day, shop.zone).map(range => (
          <div key={range.start} className="absolute inset-x-0 bg-card" style={place(range)} />
        ))}
        {hoursOf(frame).map(hour => (
          <div key={hour} className="absolute inset-x-0 border-line border-t" style={{ top: y(hour) }} />
        ))}
        {gaps.map(gap => (
          <button
            key={gap.start}
            type="button"
            onClick={event =>
              onGap({ staffId: id, startsAt: instantOf(tapped(event, gap)), endsAt: instantOf(gap.end) })
            }
            className="absolute inset-x-0 flex items-start justify-between overflow-hidden px-2 pt-0.5 text-left text-ink-soft text-small hover:bg-do-soft active:bg-do-soft"
            style={place(gap)}
          >
            {y(gap.end) - y(gap.start) >= WORDS_PX && (
              <>
                <span>
                  <span className="sr-only">{formatTime(instantOf(gap.start), shop.zone)}</span> boş{' '}
                  {duration((gap.end - gap.start) / 60_000)}
                </span>
                <AddIcon className="mt-0.5 size-4 shrink-0 text-do" />
              </>
            )}
            <span className="sr-only">randevu ekle</span>
          </button>
        ))}
        {inLanes(booked).map(({ item: { appointment, start }, lane, lanes }) => {
          const item = agenda.items.get(appointment.id)
          if (!item) return null
          const dragged = drag?.id === appointment.id ? drag : null
          return (
            <AppointmentBlock
              key={appointment.id}
              item={item}
              now={now}
              y={y}
              lane={lane}
              lanes={lanes}
              dragged={dragged && { x: across(dragged.staffId), y: y(dragged.start) - y(start), start: dragged.start }}
              onGrab={onGrab}
              onOpen={onOpen}
            />
          )
        })}
      </div>
    </section>
  )
}
