'use client'

import { useMemo } from 'react'
import { nameOf } from '@/components/customers/names'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Service, WalkIn } from '@/lib/appointments/appointment'
import { waitingWalkIns } from '@/lib/appointments/browser/queue'
import { asBook, type ShopBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { type QueueTime, queueTimes } from '@/lib/appointments/offers/queue-times'
import { soonest } from '@/lib/appointments/time/chair-day'
import type { Customer } from '@/lib/customers/customer'
import { type Day, dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { duration } from '../words'

const FIVE_MINUTES = 5 * 60_000

/** Somebody who waits, with everything a screen says about him. */
export interface Waiter extends QueueTime {
  /** What to call him by. */
  name: string
  service: Service | undefined
  /** Until he can sit down, in whole minutes; 0: now. Null: not today. */
  minutes: number | null
}

export interface Queue {
  book: ShopBook
  waiters: Waiter[]
}

/** The queue of today, live, with the wait that is to be expected for each (SPEC AP20). */
export function useQueue(now: Instant): Queue | undefined {
  const { shop } = useShop()
  const today: Day = dayOf(now, shop.zone)
  const read = useLive(
    async db => {
      const walkIns = await waitingWalkIns(db, today, shop.zone)
      const customers = await mirror<Customer>(db, 'customers').bulkGet(walkIns.flatMap(one => one.customerId ?? []))
      return { walkIns, customers, book: await shopBook(db, today, 1, shop.zone) }
    },
    [today, shop.zone],
  )
  return useMemo(() => {
    if (!read) return undefined
    const { walkIns, customers, book } = read
    const times = queueTimes({ ...asBook(book, now), appointments: book.appointments }, walkIns)
    const waiters = times.map(({ walkIn, seat }, i) => ({
      walkIn,
      seat,
      name:
        calledBy(
          walkIn,
          customers.find(customer => customer?.id === walkIn.customerId),
        ) ?? `${i + 1}. kişi`,
      service: book.services.find(service => service.id === walkIn.serviceId),
      minutes: seat && minutesUntil(seat.startsAt, now),
    }))
    return { book, waiters }
  }, [read, now])
}

/** In fives, as it is said; what can begin as soon as anything can is now. */
function minutesUntil(start: Instant, now: Instant): number {
  const moment = Date.parse(start)
  return moment <= soonest(now) ? 0 : Math.ceil((moment - Date.parse(now)) / FIVE_MINUTES) * 5
}

const calledBy = (walkIn: WalkIn, customer: Customer | undefined): string | null =>
  customer ? nameOf(customer) : walkIn.name

/** `≈ 20 dk`, as it is told to who asks. */
export function waitWords({ minutes }: Waiter): string {
  if (minutes === null) return 'bugün yer yok'
  return minutes === 0 ? 'şimdi oturabilir' : `≈ ${duration(minutes)}`
}
