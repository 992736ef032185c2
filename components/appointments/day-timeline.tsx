'use client'

import { useShop } from '@/components/shop/shop-context'
import { AddIcon, DoneIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { holdsItsChair } from '@/lib/appointments/appointment'
import type { Slot } from '@/lib/appointments/chair-time'
import { type TimelineEntry, timeline } from '@/lib/appointments/timeline'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatTime, type Instant, toInstant } from '@/lib/kernel/zone'
import { FoldedRows } from './folded-rows'
import { StatusMark } from './status-mark'
import type { Agenda, AgendaItem } from './use-agenda'
import { duration } from './words'

interface DayTimelineProps {
  agenda: Agenda
  chairs: readonly Id[]
  now: Instant
  /** Said on each row when several chairs share one list. */
  namesChair: boolean
  onOpen: (id: Id) => void
  onGap: (gap: Slot) => void
}

/** The day in the order of the clock, with the free time between and a line where we are. Today, what is over makes room. */
export function DayTimeline({ agenda, chairs, now, namesChair, onOpen, onGap }: DayTimelineProps) {
  const { shop } = useShop()
  const { day, hours, appointments } = agenda
  const entries = timeline({ day, zone: shop.zone, hours, appointments, now, chairs })
  const isToday = dayOf(now, shop.zone) === day
  const isOver = (entry: TimelineEntry) =>
    isToday && entry.kind === 'appointment' && !holdsItsChair(entry.appointment) && entry.start <= Date.parse(now)
  const over = entries.filter(isOver)
  const shown = entries.filter(entry => !isOver(entry))
  const nowIndex = shown.findIndex(entry => entry.start > Date.parse(now))
  const chairName = (id: Id) => (namesChair ? agenda.chairs.find(chair => chair.id === id)?.name : undefined)

  const row = (entry: TimelineEntry) => (
    <li key={entry.kind === 'gap' ? `${entry.staffId}/${entry.start}` : entry.appointment.id}>
      {entry.kind === 'gap' ? (
        <GapRow entry={entry} chair={chairName(entry.staffId)} onGap={onGap} />
      ) : (
        <AppointmentRow
          item={agenda.items.get(entry.appointment.id)!}
          chair={chairName(entry.appointment.staffId)}
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
    <>
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
    </>
  )
}

interface AppointmentRowProps {
  item: AgendaItem
  chair?: string
  onOpen: (id: Id) => void
}

export function AppointmentRow({ item, chair, onOpen }: AppointmentRowProps) {
  const { shop } = useShop()
  const { appointment, name, service, payments } = item
  const minutes = (Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / 60_000
  const taken = payments.reduce((sum, payment) => sum + payment.signed, 0)
  return (
    <ListRow
      lead={formatTime(appointment.startsAt, shop.zone)}
      title={name}
      detail={[chair, service?.name, duration(minutes)].filter(Boolean).join(' · ')}
      value={taken > 0 ? formatMoney(taken) : undefined}
      valueDetail={appointment.status === 'confirmed' ? undefined : <StatusMark status={appointment.status} />}
      pending={item.pending}
      onSelect={() => onOpen(appointment.id)}
    />
  )
}

interface GapRowProps {
  entry: Extract<TimelineEntry, { kind: 'gap' }>
  chair?: string
  onGap: (gap: Slot) => void
}

function GapRow({ entry: { gap, staffId }, chair, onGap }: GapRowProps) {
  const { shop } = useShop()
  const [startsAt, endsAt] = [gap.start, gap.end].map(epoch => toInstant(new Date(epoch))) as [Instant, Instant]
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
