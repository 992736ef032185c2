'use client'

import { useSend, useShop, useTogether } from '@/components/shop/shop-context'
import { type Appointment, holdsItsChair, type Waiting } from '@/lib/appointments/appointment'
import { addWaiting } from '@/lib/appointments/commands/add-waiting'
import { bookVisit, type Visit } from '@/lib/appointments/commands/book-visit'
import { endWaiting } from '@/lib/appointments/commands/end-waiting'
import { shareLink } from '@/lib/appointments/commands/share-link'
import { takeBack } from '@/lib/appointments/commands/take-back'
import type { WaitingOffer } from '@/lib/appointments/offers/waiting-offers'
import { newId } from '@/lib/kernel/id'
import { type Instant, instantOf, toInstant } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { useTell } from '../use-tell'
import type { LinkToken } from '../visit/use-link-token'

/** What can be done for somebody who waits for a free time. */
export function useWaitingActs() {
  const { database } = useShop()
  const send = useSend()
  const together = useTogether()
  const { tell, show, when } = useTell()

  /** Null: it is his already, by a tap before this one. */
  const bookOffer = async ({ waiting, offer }: WaitingOffer, how: Pick<Visit, 'status' | 'lapsesAt'>) => {
    const his = await mirror<Appointment>(database, 'appointments').where('waitingId').equals(waiting.id).toArray()
    if (his.some(one => holdsItsChair(one, toInstant(new Date())))) return null
    const parts = offer.parts.map(part => ({ ...part, id: newId(), note: null }))
    const { customerId, id: waitingId } = waiting
    await send(bookVisit, { visitId: null, seriesId: null, walkInId: null, customerId, waitingId, parts, ...how })
    return parts[0]!.id
  }

  return {
    async wait(wish: Omit<Waiting, 'id' | 'createdAt' | 'endedAt'>) {
      const id = newId()
      await send(addWaiting, { id, ...wish })
      tell('Bekleme listesine yazıldı', () => send(endWaiting, { id, ended: true }))
    },

    async endWait({ id }: Waiting) {
      await send(endWaiting, { id, ended: true })
      tell('Bekleme listesinden çıkarıldı', () => send(endWaiting, { id, ended: false }))
    },

    /** Keeps the time for him until then; with a token the server learns of his link in the same breath. */
    async offer(offer: WaitingOffer, lapsesAt: Instant, link: LinkToken | null) {
      await together(async () => {
        const appointmentId = await bookOffer(offer, { status: 'held', lapsesAt })
        if (link && appointmentId) await send(shareLink, { id: newId(), appointmentId, tokenHash: link.hash })
      })
      show({ text: `Teklif edildi: ${when(offer.offer)}` })
    },

    /** He said yes by phone, with no offer sent before. */
    async accept(offer: WaitingOffer) {
      const id = await together(() => bookOffer(offer, { status: 'confirmed', lapsesAt: null }))
      if (id) tell(`Randevu eklendi: ${when(offer.offer)}`, () => send(takeBack, { ids: [id] }))
    },
  }
}

/** The moment at which an offer made now is no longer his. */
export const lapseOf = (offerMinutes: number): Instant => instantOf(Date.now() + offerMinutes * 60_000)
