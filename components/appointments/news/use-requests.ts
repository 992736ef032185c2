'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import type { BookingRules } from '@/lib/appointments/appointment'
import { requestedVisits } from '@/lib/appointments/browser/requests'
import { shopBook } from '@/lib/appointments/browser/shop-book'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { type AgendaItem, itemsOf } from '../day/use-agenda'

export interface Requests {
  /** Each as its parts in the order of the clock. */
  visits: AgendaItem[][]
  rules: BookingRules | null
  severalChairs: boolean
}

/** What waits for the shop's yes, on whatever day, the soonest first; live. */
export function useRequests(now: Instant): Requests | undefined {
  const { shop } = useShop()
  return useLive(
    async db => {
      const visits = await requestedVisits(db, now)
      const book = await shopBook(db, dayOf(now, shop.zone), 0, shop.zone)
      const items = await itemsOf(db, book, visits.flat())
      return {
        visits: visits.map(parts => parts.map(part => items.get(part.id)!)),
        rules: book.rules,
        severalChairs: book.staff.filter(chair => !chair.archivedAt).length > 1,
      }
    },
    [now, shop.zone],
  )
}
