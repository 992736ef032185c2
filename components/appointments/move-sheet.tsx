'use client'

import { useShop } from '@/components/shop/shop-context'
import { Sheet } from '@/components/ui/sheet'
import { dayOf, formatTime } from '@/lib/kernel/zone'
import { TimeChooser } from './time-chooser'
import { useActs } from './use-acts'
import type { AgendaItem } from './use-agenda'

interface MoveSheetProps {
  item: AgendaItem
  onClose: () => void
}

export function MoveSheet({ item: { appointment, name, service }, onClose }: MoveSheetProps) {
  const { shop } = useShop()
  const { move } = useActs()
  const { id, staffId, startsAt, endsAt } = appointment
  return (
    <Sheet open title="Ne zamana taşınsın?" onClose={onClose}>
      <p className="-mb-2 font-semibold">
        {[name, service?.name, `şimdi ${formatTime(startsAt, shop.zone)}`].filter(Boolean).join(' · ')}
      </p>
      <TimeChooser
        minutes={(Date.parse(endsAt) - Date.parse(startsAt)) / 60_000}
        day={dayOf(startsAt, shop.zone)}
        staffId={staffId}
        movingId={id}
        onPick={slot => {
          onClose()
          return move(appointment, slot)
        }}
      />
    </Sheet>
  )
}
