'use client'

import { useSend } from '@/components/shop/shop-context'
import { addToQueue } from '@/lib/appointments/add-to-queue'
import type { WalkIn } from '@/lib/appointments/appointment'
import type { OfferedPart } from '@/lib/appointments/available-slots'
import { bookVisit } from '@/lib/appointments/book-visit'
import { leaveQueue } from '@/lib/appointments/leave-queue'
import { takeBack } from '@/lib/appointments/take-back'
import { newId } from '@/lib/kernel/id'
import { useTell } from './use-tell'

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
