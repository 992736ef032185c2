'use client'

import { nameOf } from '@/components/customers/names'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment, BookingRules, Service, Staff, Waiting } from '@/lib/appointments/appointment'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { offersMade, whoWaits } from '@/lib/appointments/browser/waiting'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant, instantOf } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { LOOKED_AHEAD_DAYS, type Opening, openings } from './openings'

const MINUTE = 60_000

export interface WaitingList {
  /** In the order in which they began to wait. */
  waiting: Waiting[]
  openings: Opening[]
  /** What was offered and waits for an answer, lapsed or not. */
  offers: Appointment[]
  rules: BookingRules | null
  customers: ReadonlyMap<Id, Customer>
  services: Service[]
  staff: Staff[]
  nameOf: (customerId: Id | null) => string
}

/** Who waits for a free time, and the free times there are for them, live. */
export function useOpenings(now: Instant): WaitingList | undefined {
  const { shop } = useShop()
  // Looking through two weeks at every tick would only warm the phone.
  const moment = instantOf(Math.floor(Date.parse(now) / MINUTE) * MINUTE)
  return useLive(
    async db => {
      const today = dayOf(moment, shop.zone)
      const waiting = await whoWaits(db, today)
      const offered = await offersMade(db, waiting)
      const customers = await mirror<Customer>(db, 'customers').bulkGet(waiting.map(one => one.customerId))
      const byId = new Map(customers.flatMap(customer => (customer ? [[customer.id, customer] as const] : [])))
      const known = { waiting, offers: offered.filter(one => one.status === 'held'), customers: byId }
      const calledBy = (id: Id | null) => {
        const customer = byId.get(id ?? '')
        return customer ? nameOf(customer) : 'Silinmiş müşteri'
      }
      if (waiting.length === 0) {
        return { ...known, openings: [], rules: null, services: [], staff: [], nameOf: calledBy }
      }
      const book = await shopBook(db, today, LOOKED_AHEAD_DAYS + 1, shop.zone)
      const { rules, appointments, services, staff } = book
      const found = rules ? openings(asBook(book, moment), { appointments, waiting, offered, rules }) : []
      return { ...known, openings: found, rules, services, staff, nameOf: calledBy }
    },
    [moment, shop.zone],
  )
}
