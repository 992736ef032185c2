'use client'

import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import type { Appointment } from '@/lib/appointments/appointment'
import { nowOrNext } from '@/lib/appointments/time/now-or-next'
import { formatTime, type Instant } from '@/lib/kernel/zone'
import { duration } from '../words'
import type { AgendaItem } from './use-agenda'

interface NowOrNextCardProps {
  appointments: readonly Appointment[]
  items: ReadonlyMap<string, AgendaItem>
  now: Instant
  onOpen: (item: AgendaItem) => void
  onFinish: (item: AgendaItem) => void
  onArrived: (item: AgendaItem) => void
}

/** The one that matters, big: who is in the chair, or who comes next. Nothing when the day is over. */
export function NowOrNextCard({ appointments, items, now, onOpen, onFinish, onArrived }: NowOrNextCardProps) {
  const { shop } = useShop()
  const found = nowOrNext(appointments, now)
  const item = found && items.get(found.appointment.id)
  if (!item) return null
  const { appointment, name, service } = item
  const wait = Math.ceil((Date.parse(appointment.startsAt) - Date.parse(now)) / 60_000)
  return (
    <section
      aria-label={found.when === 'now' ? 'Şimdi' : 'Sıradaki'}
      className="flex flex-col gap-2 rounded-control border border-edge bg-card p-3 md:flex-row md:items-center"
    >
      <button type="button" onClick={() => onOpen(item)} className="min-w-0 flex-1 text-left">
        <span className="block text-ink-soft text-small">
          {found.when === 'now' ? 'Şimdi' : `Sıradaki · ${duration(wait)} sonra`}
        </span>
        <span className="line-clamp-2 text-name font-semibold">
          {formatTime(appointment.startsAt, shop.zone)} {name}
        </span>
        <span className="block text-ink-soft">{service?.name}</span>
      </button>
      {found.when === 'now' ? (
        <Button variant="do" onClick={() => onFinish(item)}>
          Bitti, parayı al
        </Button>
      ) : (
        <Button onClick={() => onArrived(item)}>Geldi</Button>
      )}
    </section>
  )
}
