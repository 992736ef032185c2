'use client'

import type { PointerEvent, RefObject } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { type Slot, timeOf } from '@/lib/appointments/time/chair-time'
import { openTime } from '@/lib/appointments/time/open-time'
import type { TimelineEntry } from '@/lib/appointments/time/timeline'
import type { Id } from '@/lib/kernel/id'
import type { TimeRange } from '@/lib/kernel/time-range'
import { type Instant, instantOf } from '@/lib/kernel/zone'
import { AppointmentBlock } from './appointment-block'
import { hoursOf, inLanes } from './column-layout'
import { GapBlock } from './gap-block'
import type { Agenda } from './use-agenda'
import type { Drag } from './use-drag'

interface ChairColumnProps {
  id: Id
  agenda: Agenda
  /** Of all chairs, in the order of the clock. */
  entries: readonly TimelineEntry[]
  frame: TimeRange
  /** How far down a moment stands, in pixels. */
  y: (moment: number) => number
  /** The last step of the clock at or above that height. */
  stepBefore: (px: number) => number
  now: Instant
  drag: Drag | null
  /** The name stays in sight while the day scrolls. */
  sticky: boolean
  grid: RefObject<HTMLElement | null>
  onGrab: (event: PointerEvent<HTMLElement>, id: Id) => void
  onOpen: (id: Id) => void
  onGap: (gap: Slot) => void
}

/** One chair's day to scale: what is open, what is free, what is in the book. */
export function ChairColumn(props: ChairColumnProps) {
  const { id, agenda, frame, y, stepBefore, now, drag, sticky, grid, onGrab, onOpen, onGap } = props
  const { shop } = useShop()
  const entries = props.entries.filter(
    entry => (entry.kind === 'gap' ? entry.staffId : entry.appointment.staffId) === id,
  )
  const name = agenda.chairs.find(one => one.id === id)?.name
  const lanes = inLanes(
    entries.flatMap(entry =>
      entry.kind === 'appointment' ? { ...timeOf(entry.appointment), id: entry.appointment.id } : [],
    ),
  )
  /** How far the dragged block has come from its own column, in pixels. */
  const across = (to: Id) => {
    const left = (staffId: Id) => grid.current?.querySelector<HTMLElement>(`[data-chair="${staffId}"]`)?.offsetLeft ?? 0
    return left(to) - left(id)
  }
  const block = (appointmentId: Id, start: number) => {
    const item = agenda.items.get(appointmentId)
    const laned = lanes.find(one => one.item.id === appointmentId)
    if (!item || !laned) return null
    const { lane, lanes: of } = laned
    const dragged =
      drag?.id === appointmentId ? { x: across(drag.staffId), y: y(drag.start) - y(start), start: drag.start } : null
    return <AppointmentBlock {...{ item, now, y, lane, dragged, onGrab, onOpen }} lanes={of} />
  }
  return (
    <section aria-label={name} className="min-w-34 flex-1 border-line border-r last:border-r-0">
      <h2
        className={`z-10 flex h-12 items-center border-line border-b bg-paper px-2 font-semibold ${sticky ? 'sticky top-0' : ''}`}
      >
        <span className="truncate">{name}</span>
      </h2>
      <div data-chair={id} className="relative" style={{ height: y(frame.end) }}>
        {openTime(agenda.book.hours, id, agenda.day, shop.zone).map(({ start, end }) => (
          <div
            key={start}
            className="absolute inset-x-0 bg-card"
            style={{ top: y(start), height: y(end) - y(start) }}
          />
        ))}
        {hoursOf(frame).map(hour => (
          <div key={hour} className="absolute inset-x-0 border-line border-t" style={{ top: y(hour) }} />
        ))}
        <ol className="absolute inset-0">
          {entries.map(entry =>
            entry.kind === 'gap' ? (
              <li key={entry.start}>
                <GapBlock
                  gap={entry.gap}
                  y={y}
                  stepBefore={stepBefore}
                  onPick={start => onGap({ staffId: id, startsAt: instantOf(start), endsAt: instantOf(entry.gap.end) })}
                />
              </li>
            ) : (
              <li key={entry.appointment.id}>{block(entry.appointment.id, entry.start)}</li>
            ),
          )}
        </ol>
      </div>
    </section>
  )
}
