'use client'

import { useMemo } from 'react'
import { nameOf } from '@/components/customers/names'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment, BookingRules, Service, Staff } from '@/lib/appointments/appointment'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { offersMade, whoWaits } from '@/lib/appointments/browser/waiting'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { LOOKED_AHEAD_DAYS, type Opening, openings } from './openings'

export interface WaitingList {
  openings: Opening[]
  /** What was offered and waits for an answer, lapsed or not. */
  offers: Appointment[]
  rules: BookingRules | null
  services: Service[]
  staff: Staff[]
  customerOf: (id: Id | null) => Customer | undefined
  nameOf: (id: Id | null) => string
}

/** The free times there are for those who wait, and what was offered to them, live; nothing while nobody waits. */
export function useOpenings(now: Instant): WaitingList | undefined {
  const { shop } = useShop()
  const today = dayOf(now, shop.zone)
  const read = useLive(db => readWaiting(db, today, shop.zone), [today, shop.zone])
  return useMemo(() => {
    if (!read) return undefined
    const { book, waiting, offered, customers } = read
    const { rules, appointments, services, staff } = book
    const customerOf = (id: Id | null) => customers.find(customer => customer?.id === id)
    return {
      openings: rules ? openings(asBook(book, now), { appointments, waiting, offered, rules }) : [],
      offers: offered.filter(one => one.status === 'held'),
      rules,
      services,
      staff,
      customerOf,
      nameOf: (id: Id | null) => {
        const customer = customerOf(id)
        return customer ? nameOf(customer) : 'Silinmiş müşteri'
      },
    }
  }, [read, now])
}

async function readWaiting(db: ShopDatabase, today: string, zone: string) {
  const waiting = await whoWaits(db, today)
  if (waiting.length === 0) return undefined
  return {
    waiting,
    offered: await offersMade(db, waiting),
    customers: await mirror<Customer>(db, 'customers').bulkGet(waiting.map(one => one.customerId)),
    book: await shopBook(db, today, LOOKED_AHEAD_DAYS + 1, zone),
  }
}
