'use client'

import { useState } from 'react'
import { useLive } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import type { Appointment } from '@/lib/appointments/appointment'
import { appointmentsOfSeries } from '@/lib/appointments/browser/visits'
import type { Customer } from '@/lib/customers/customer'
import type { Instant } from '@/lib/kernel/zone'
import { SeriesChoice } from './series-choice'
import { type Scope, visitsInScope } from './series-scope'
import { useActs } from './use-acts'
import { useMark } from './use-mark'

interface CancelSheetProps {
  /** The open parts of the visit. */
  parts: Appointment[]
  name: string
  customer?: Customer
  now: Instant
  /** A request is turned down, everything else is cancelled. */
  turningDown?: boolean
  onClose: () => void
}

/** Why (or not), how many of a series, and it is done. */
export function CancelSheet({ parts, name, customer, now, turningDown = false, onClose }: CancelSheetProps) {
  const acts = useActs()
  const mark = useMark()
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<Scope>('one')
  const { seriesId } = parts[0]!
  const series = useLive(async db => (seriesId ? appointmentsOfSeries(db, seriesId) : []), [seriesId])
  const meant = scope === 'one' ? parts : visitsInScope(series ?? [], parts[0]!, scope, now).flat()

  const act = () => {
    onClose() // first: a second tap finds nothing to cancel
    const why = reason.trim() || null
    return turningDown ? acts.turnDown(parts, why, customer) : mark(meant, 'cancelled', why)
  }
  return (
    <Sheet
      open
      title={turningDown ? 'Randevu isteğini reddet' : 'Randevuyu iptal et'}
      onClose={onClose}
      footer={
        <Button variant="look" full onClick={act}>
          {turningDown ? 'Reddet' : 'İptal et'}
        </Button>
      }
    >
      <p className="-mb-2 font-semibold">{name}</p>
      {series && <SeriesChoice series={series} of={parts[0]!} now={now} value={scope} onChange={setScope} />}
      <TextField
        label="Neden? (isterseniz)"
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </Sheet>
  )
}
