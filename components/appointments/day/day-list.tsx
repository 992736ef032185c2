'use client'

import { useShop } from '@/components/shop/shop-context'
import { AddIcon, DoneIcon } from '@/components/ui/icons'
import { holdsItsChair } from '@/lib/appointments/appointment'
import type { Slot } from '@/lib/appointments/time/chair-time'
import { type TimelineEntry, timeline } from '@/lib/appointments/time/timeline'
import type { Id } from '@/lib/kernel/id'
import { dayOf, formatTime, type Instant, instantOf } from '@/lib/kernel/zone'
import { duration } from '../words'
import { AppointmentRow } from './appointment-row'
import { FoldedRows } from './folded-rows'
import type { Agenda } from './use-agenda'

interface DayListProps {
  agenda: Agenda
  chairs: readonly Id[]
  now: Instant
  onOpen: (id: Id) => void
  onGap: (gap: Slot) => void
}

/** The day in the order of the clock, with the free time between and a line where we are. Today, what is over makes room. */
export function DayList({ agenda, chairs, now, onOpen, onGap }: DayListProps) {
  const { shop } = useShop()
  const { day, book } = agenda
  const entries = timeline({ ...book.hours, day, zone: shop.zone, appointments: book.appointments, now, chairs })
  const isToday = dayOf(now, shop.zone) === day
  const isOver = (entry: TimelineEntry) =>
    isToday && entry.kind === 'appointment' && !holdsItsChair(entry.appointment, now) && entry.start <= Date.parse(now)
  const over = entries.filter(isOver)
  const shown = entries.filter(entry => !isOver(entry))
  const nowIndex = shown.findIndex(entry => entry.start > Date.parse(now))
  // Said on each row when several chairs share the list.
  const chairName = (id: Id) => (chairs.length > 1 ? agenda.chairs.find(chair => chair.id === id)?.name : undefined)

  const row = (entry: TimelineEntry) => (
    <li key={entry.kind === 'gap' ? `${entry.staffId}/${entry.start}` : entry.appointment.id}>
      {entry.kind === 'gap' ? (
        <GapRow entry={entry} chair={chairName(entry.staffId)} onGap={onGap} />
      ) : (
        <AppointmentRow
          item={agenda.items.get(entry.appointment.id)!}
          chair={chairName(entry.appointment.staffId)}
          now={now}
          onOpen={onOpen}
        />
      )}
    </li>
  )
  if (entries.length === 0) {
    const isPast = day < dayOf(now, shop.zone)
    return (
      <p className="px-gutter py-6 text-center text-ink-soft">
        {isPast ? 'Bu güne randevu yazılmamış.' : 'Boş saat yok; yine de randevu ekleyebilirsiniz.'}
      </p>
    )
  }
  return (
    <div className="mt-2 border-line border-t">
      {over.length > 0 && (
        <FoldedRows icon={<DoneIcon className="size-5" />} label={`Geçen ${over.length} randevu`}>
          {over.map(row)}
        </FoldedRows>
      )}
      <ol>
        {shown.slice(0, nowIndex < 0 ? undefined : nowIndex).map(row)}
        {isToday && <NowLine now={now} />}
        {nowIndex >= 0 && shown.slice(nowIndex).map(row)}
      </ol>
    </div>
  )
}

interface GapRowProps {
  entry: Extract<TimelineEntry, { kind: 'gap' }>
  chair?: string
  onGap: (gap: Slot) => void
}

function GapRow({ entry: { gap, staffId }, chair, onGap }: GapRowProps) {
  const { shop } = useShop()
  const [startsAt, endsAt] = [instantOf(gap.start), instantOf(gap.end)]
  return (
    <button
      type="button"
      onClick={() => onGap({ staffId, startsAt, endsAt })}
      className="flex min-h-target w-full items-center gap-x-3 border-line border-b px-gutter text-left active:bg-do-soft"
    >
      <span className="text-name">{formatTime(startsAt, shop.zone)}</span>
      <span className="min-w-0 flex-1 text-ink-soft">
        boş {duration((gap.end - gap.start) / 60_000)}
        {chair && ` · ${chair}`}
      </span>
      <AddIcon className="size-6 shrink-0 text-do" />
      <span className="sr-only">randevu ekle</span>
    </button>
  )
}

function NowLine({ now }: { now: Instant }) {
  const { shop } = useShop()
  return (
    <li className="flex items-center gap-2 px-gutter text-look text-small">
      <span className="font-semibold">{formatTime(now, shop.zone)}</span>
      <span className="h-0.5 flex-1 bg-look" />
      <span>şimdi</span>
    </li>
  )
}
