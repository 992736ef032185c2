'use client'

import { Button } from '@/components/ui/button'
import { inTheWay } from '@/lib/appointments/time/chair-time'
import { standingOf } from '../words'
import type { AppointmentSheetProps } from './appointment-sheet'
import { useFinish } from './use-finish'

/** What can be done with what is over, was cancelled or has lapsed. */
export function EndedActs({ item, agenda, now, onClose, onTakeMoney }: AppointmentSheetProps) {
  const { reopen } = useFinish()
  const { appointment, payments } = item
  const unpaid = appointment.status === 'done' && payments.length === 0
  const lapsed = standingOf(appointment, now) === 'lapsed'
  return (
    <div className="flex flex-col gap-2">
      {inTheWay(agenda.book.appointments, appointment, now, appointment.id) ? (
        <p className="text-ink-soft">Saati bu arada doldu; yeniden açılamaz.</p>
      ) : (
        <Button
          full
          onClick={() => {
            onClose()
            return reopen(item)
          }}
        >
          {payments.length > 0 ? 'Geri al (para da geri alınır)' : lapsed ? 'Yine de onayla' : 'Yeniden aç'}
        </Button>
      )}
      {unpaid && (
        <Button variant="do" full onClick={onTakeMoney}>
          Parayı al
        </Button>
      )}
    </div>
  )
}
