'use client'

import type { PointerEvent } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { PendingDot } from '@/components/ui/pending-dot'
import { holdsItsChair } from '@/lib/appointments/appointment'
import { busyTimeOf, timeOf } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { formatTime, type Instant, instantOf } from '@/lib/kernel/zone'
import { besidesWords, duration, minutesOf, standingOf } from '../words'
import { StatusMark } from './status-mark'
import type { AgendaItem } from './use-agenda'

/** From this height on there is a second line. */
const TWO_LINES_PX = 52

interface AppointmentBlockProps {
  item: AgendaItem
  now: Instant
  y: (moment: number) => number
  lane: number
  lanes: number
  /** While it is dragged: how far it has come, in pixels, and when it would begin. */
  dragged: { x: number; y: number; start: number } | null
  onGrab: (event: PointerEvent<HTMLElement>, id: Id) => void
  onOpen: (id: Id) => void
}

/** An appointment drawn to scale, with the chair's preparation and clean-up as quiet bands around it. */
export function AppointmentBlock({ item, now, y, lane, lanes, dragged, onGrab, onOpen }: AppointmentBlockProps) {
  const { shop } = useShop()
  const { appointment, name, service } = item
  const [served, busy] = [timeOf(appointment), busyTimeOf(appointment)]
  const height = y(served.end) - y(served.start)
  const standing = standingOf(appointment, now)
  const movable = holdsItsChair(appointment, now) && (standing !== 'held' || appointment.customerId !== null)
  const ended = !holdsItsChair(appointment, now)
  const starts = dragged ? instantOf(dragged.start) : appointment.startsAt
  const column = { left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }
  const band = 'absolute border-line border-x border-dashed bg-do-soft/50'
  return (
    <>
      {busy.start < served.start && (
        <div className={band} style={{ ...column, top: y(busy.start), height: y(served.start) - y(busy.start) }} />
      )}
      {busy.end > served.end && (
        <div className={band} style={{ ...column, top: y(served.end), height: y(busy.end) - y(served.end) }} />
      )}
      <button
        type="button"
        title={besidesWords(appointment) ?? undefined}
        onPointerDown={movable ? event => onGrab(event, appointment.id) : undefined}
        onClick={() => onOpen(appointment.id)}
        className={`absolute select-none overflow-hidden rounded-control border border-l-4 px-2 text-left transition-transform [-webkit-touch-callout:none] ${
          dragged ? 'z-20 cursor-grabbing border-do bg-do-soft transition-none' : 'active:bg-do-soft'
        } ${ended ? 'border-line bg-paper text-ink-soft' : standing === 'confirmed' || standing === 'arrived' ? 'border-line border-l-do bg-card' : 'border-edge border-l-look border-dashed bg-card'} ${
          height < TWO_LINES_PX ? 'py-0' : 'py-0.5'
        }`}
        style={{
          ...column,
          top: y(served.start) + 1,
          height: height - 2,
          transform: dragged ? `translate(${dragged.x}px, ${dragged.y}px)` : undefined,
        }}
      >
        <span className="flex items-center gap-1.5">
          <span className="font-semibold">{formatTime(starts, shop.zone)}</span>
          <span className="min-w-0 flex-1 truncate">
            {name}
            {height < TWO_LINES_PX && <span className="text-ink-soft text-small"> · {service?.name}</span>}
          </span>
          {item.pending && <PendingDot />}
        </span>
        {height >= TWO_LINES_PX && (
          <span className="block truncate text-ink-soft text-small">
            {[service?.name, duration(minutesOf(appointment))].filter(Boolean).join(' · ')}
          </span>
        )}
        {standing !== 'confirmed' && (
          <span className={height < TWO_LINES_PX ? 'sr-only' : 'block text-ink-soft text-small'}>
            <StatusMark status={standing} />
          </span>
        )}
      </button>
    </>
  )
}
