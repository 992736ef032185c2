'use client'

import { useSend } from '@/components/shop/shop-context'
import type { WalkIn } from '@/lib/appointments/appointment'
import { addToQueue } from '@/lib/appointments/commands/add-to-queue'
import { bookVisit } from '@/lib/appointments/commands/book-visit'
import { leaveQueue } from '@/lib/appointments/commands/leave-queue'
import { takeBack } from '@/lib/appointments/commands/take-back'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import { newId } from '@/lib/kernel/id'
import { useTell } from '../use-tell'

/** What can be done with those who walked in. Each act is told and can be taken back. */
export function useQueueActs() {
  const send = useSend()
  const { tell } = useTell()

  return {
    async add(who: Pick<WalkIn, 'customerId' | 'name' | 'serviceId' | 'staffId'>) {
      const id = newId()
      await send(addToQueue, { id, ...who })
      tell('Sıraya eklendi', () => send(leaveQueue, { id, left: true }))
    },

    /** He sits down: from now on the chair is his. */
    async seat(walkIn: WalkIn, name: string, part: OfferedPart) {
      const id = newId()
      await send(bookVisit, {
        visitId: null,
        seriesId: null,
        customerId: walkIn.customerId,
        status: 'arrived',
        lapsesAt: null,
        waitingId: null,
        walkInId: walkIn.id,
        parts: [{ ...part, id, note: null }],
      })
      tell(`${name} oturdu`, () => send(takeBack, { ids: [id] }))
    },

    async leave({ id }: WalkIn, name: string) {
      await send(leaveQueue, { id, left: true })
      tell(`${name} sıradan çıktı`, () => send(leaveQueue, { id, left: false }))
    },
  }
}
