'use client'

import { whatsAppHref } from '@/components/customers/whatsapp'
import { useSend, useShop, useTogether } from '@/components/shop/shop-context'
import type { Appointment } from '@/lib/appointments/appointment'
import { bookVisit, type Visit } from '@/lib/appointments/commands/book-visit'
import { moveVisit } from '@/lib/appointments/commands/move-visit'
import { asItWas, setStatus } from '@/lib/appointments/commands/set-status'
import { takeBack } from '@/lib/appointments/commands/take-back'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Customer } from '@/lib/customers/customer'
import { type Id, newId } from '@/lib/kernel/id'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { useTell } from '../use-tell'

/** Somebody's parts, and where each of them goes. */
export type Move = Pick<Appointment, 'id'> & Slot

/** What `takeBack` takes at once. */
const MOST_TAKEN_BACK = 60

const slotOf = ({ id, staffId, startsAt, endsAt }: Move): Move => ({ id, staffId, startsAt, endsAt })

/** What can be done in the book. Each act is safe on the phone when it resolves, is told in a snackbar and can be taken back there. */
export function useActs() {
  const { shop } = useShop()
  const send = useSend()
  const together = useTogether()
  const { tell, when } = useTell()

  const open = ({ id, status }: Pick<Appointment, 'id' | 'status'>) =>
    send(setStatus, { id, status: status === 'arrived' ? 'arrived' : 'confirmed' })
  const openAll = (parts: readonly Appointment[]) =>
    together(async () => {
      for (const part of parts) await open(part)
    })
  const leaveOpen = (parts: readonly Appointment[]) =>
    together(async () => {
      for (const part of parts) await send(setStatus, asItWas(part))
    })
  const takeAllBack = (ids: readonly Id[]) =>
    together(async () => {
      for (let i = 0; i < ids.length; i += MOST_TAKEN_BACK) {
        await send(takeBack, { ids: ids.slice(i, i + MOST_TAKEN_BACK) })
      }
    })
  const moveAll = (visits: readonly (readonly Move[])[]) =>
    together(async () => {
      for (const moves of visits) await send(moveVisit, { moves: moves.map(slotOf) })
    })

  /** The way to tell the customer from the owner's own WhatsApp. */
  const telling = ([first]: readonly Appointment[], customer: Customer | undefined, outcome: string) => {
    const { startsAt } = first!
    const time = `${formatDay(dayOf(startsAt, shop.zone))} ${formatTime(startsAt, shop.zone)}`
    const href = whatsAppHref(customer?.phones?.[0], `${shop.name}: ${time} randevunuz ${outcome}.`)
    return href ? { label: 'Haber ver', run: () => void window.open(href, '_blank', 'noopener') } : undefined
  }

  return {
    /** Several visits are a series. Answers the ids of what was written. */
    async book(visits: readonly (readonly OfferedPart[])[], customerId: Id | null, more: Partial<Visit> = {}) {
      const seriesId = visits.length > 1 ? newId() : null
      const written = visits.map(parts => parts.map(part => ({ ...part, id: newId(), note: null })))
      await together(async () => {
        for (const parts of written) {
          await send(bookVisit, {
            visitId: parts.length > 1 ? newId() : null,
            seriesId,
            customerId,
            status: 'confirmed',
            lapsesAt: null,
            waitingId: null,
            walkInId: null,
            ...more,
            parts,
          })
        }
      })
      const ids = written.flat().map(({ id }) => id)
      const first = written[0]![0]!
      tell(seriesId ? `${visits.length} randevu eklendi` : `Randevu eklendi: ${when(first)}`, () => takeAllBack(ids))
      return ids
    },

    /** Puts visits elsewhere, in that order; each as its parts. */
    async move(visits: readonly (readonly Move[])[], from: readonly (readonly Move[])[]) {
      await moveAll(visits)
      // Back in the other order: each finds its old place free again.
      tell(visits.length > 1 ? `${visits.length} randevu taşındı` : `Taşındı: ${when(visits[0]![0]!)}`, () =>
        moveAll([...from].reverse()),
      )
    },

    /**
     * Agrees to what a customer asked for, or to what was offered to him and he takes. Taken back, it waits as it did before. Whoever tells
     * the customer from here gives the way back up with it.
     */
    async agree(parts: readonly Appointment[], customer?: Customer) {
      await openAll(parts)
      tell(`Onaylandı: ${when(parts[0]!)}`, () => leaveOpen(parts), telling(parts, customer, 'onaylandı'))
    },

    async turnDown(parts: readonly Appointment[], statusReason: string | null, customer?: Customer) {
      await together(async () => {
        for (const { id } of parts) await send(setStatus, { id, status: 'cancelled', statusReason })
      })
      tell(`Reddedildi: ${when(parts[0]!)}`, () => leaveOpen(parts), telling(parts, customer, 'alınamadı'))
    },

    /** What was offered is free for the next again. */
    async withdraw(offer: Appointment) {
      await send(setStatus, { id: offer.id, status: 'cancelled' })
      tell(`Teklif kalktı: ${when(offer)}`, () => leaveOpen([offer]))
    },
  }
}
