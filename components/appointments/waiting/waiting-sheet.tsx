'use client'

import { Sheet } from '@/components/ui/sheet'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { WaitingForm } from './waiting-form'

interface WaitingSheetProps {
  customerId: Id
  day: Day
  onClose: () => void
}

export function WaitingSheet({ customerId, day, onClose }: WaitingSheetProps) {
  return (
    <Sheet open title="Beklemeye yaz" onClose={onClose}>
      <WaitingForm customerId={customerId} day={day} onDone={onClose} />
    </Sheet>
  )
}
