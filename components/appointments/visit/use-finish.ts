'use client'

import { soldWords, useSelling } from '@/components/cash/selling/use-selling'
import { useSend, useTogether } from '@/components/shop/shop-context'
import type { Appointment } from '@/lib/appointments/appointment'
import { setStatus } from '@/lib/appointments/commands/set-status'
import type { Draft } from '@/lib/cash/compose-sale'
import type { AgendaItem } from '../day/use-agenda'
import { useTell } from '../use-tell'

/** Ending an appointment with its money, and opening it again without. Each act is safe on the phone when it resolves. */
export function useFinish() {
  const send = useSend()
  const together = useTogether()
  const { show, tell } = useTell()
  const { accounts, canTakeMoney, sell, takeBack } = useSelling()

  return {
    accounts,
    canTakeMoney,

    /** Done, and paid in the same breath: there is no moment at which the phone holds one without the other. */
    async finish(parts: readonly Appointment[], sale: Draft | null) {
      const ended = parts.filter(({ status }) => status !== 'done')
      const taken = await together(async () => {
        for (const { id } of ended) await send(setStatus, { id, status: 'done' })
        return sale ? sell(sale) : []
      })
      tell(sale ? soldWords(sale.ways) : 'Randevu bitti', () =>
        together(async () => {
          await takeBack(taken)
          for (const { id, status } of ended) {
            await send(setStatus, { id, status: status === 'arrived' ? 'arrived' : 'confirmed' })
          }
        }),
      )
    },

    /** As if it had not ended: what was taken for it is given back too. */
    async reopen({ appointment, taken }: AgendaItem) {
      await together(async () => {
        await takeBack(taken)
        await send(setStatus, { id: appointment.id, status: 'confirmed' })
      })
      show({ text: taken.length > 0 ? 'Randevu yeniden açıldı, para geri alındı' : 'Randevu yeniden açıldı' })
    },
  }
}
