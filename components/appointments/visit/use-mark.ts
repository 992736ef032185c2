'use client'

import { useSend, useTogether, useTold } from '@/components/shop/shop-context'
import type { Appointment } from '@/lib/appointments/appointment'
import { useTell } from '../use-tell'

type Outcome = 'arrived' | 'no-show' | 'cancelled'

const outcomeWords: Record<Outcome, string> = {
  arrived: 'Geldi',
  'no-show': 'Gelmedi olarak yazıldı',
  cancelled: 'Randevu iptal edildi',
}

/** The one act that the day itself offers: says how somebody's parts ended. Told in a snackbar, and taken back there. */
export function useMark() {
  const send = useSend()
  const together = useTogether()
  const told = useTold()
  const { tell } = useTell()
  return async (parts: readonly Appointment[], status: Outcome, statusReason: string | null = null): Promise<void> => {
    // Read with the first tap: the day is on the screen without the commands and all that checks them.
    const { setStatus } = await told(() => import('@/lib/appointments/commands/set-status'))
    await together(async () => {
      for (const { id } of parts) await send(setStatus, { id, status, statusReason })
    })
    tell(outcomeWords[status], () =>
      together(async () => {
        for (const { id, status } of parts)
          await send(setStatus, { id, status: status === 'arrived' ? 'arrived' : 'confirmed' })
      }),
    )
  }
}
