'use client'

import { useShop } from '@/components/shop/shop-context'
import { ListRow } from '@/components/ui/list-row'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { formatTime, type Instant } from '@/lib/kernel/zone'
import { besidesWords, duration, minutesOf, standingOf } from '../words'
import { StatusMark } from './status-mark'
import type { AgendaItem } from './use-agenda'

interface AppointmentRowProps {
  item: AgendaItem
  chair?: string
  now: Instant
  onOpen: (id: Id) => void
}

export function AppointmentRow({ item, chair, now, onOpen }: AppointmentRowProps) {
  const { shop } = useShop()
  const { appointment, name, service, payments } = item
  const taken = payments.reduce((sum, payment) => sum + payment.signed, 0)
  const standing = standingOf(appointment, now)
  // Too long a word to stand beside a name.
  const isWaiting = standing === 'requested' || standing === 'held'
  const details = [chair, service?.name, duration(minutesOf(appointment)), besidesWords(appointment)]
  return (
    <ListRow
      lead={formatTime(appointment.startsAt, shop.zone)}
      title={name}
      detail={
        <>
          {details.filter(Boolean).join(' · ')}
          {isWaiting && (
            <span className="block font-semibold">
              <StatusMark status={standing} />
            </span>
          )}
        </>
      }
      value={taken > 0 ? formatMoney(taken) : undefined}
      valueDetail={standing === 'confirmed' || isWaiting ? undefined : <StatusMark status={standing} />}
      pending={item.pending}
      onSelect={() => onOpen(appointment.id)}
    />
  )
}
