'use client'

import { useNow } from '@/components/appointments/use-now'
import { useLive, useShop } from '@/components/shop/shop-context'
import { openDay } from '@/lib/cash/booked-day'
import { closedThrough, lastBookedDay } from '@/lib/cash/browser/closed-through'
import { type Day, dayOf } from '@/lib/kernel/zone'

/** Today, and the day into which money that moves now is written: later than today once today is closed. */
export function useOpenDay(): { today: Day; open: Day } {
  const { shop } = useShop()
  const now = useNow()
  const read = useLive(async database => ({
    closed: await closedThrough(database),
    booked: await lastBookedDay(database),
  }))
  const open = openDay(now, read?.closed ?? null, shop.zone)
  return { today: dayOf(now, shop.zone), open: read?.booked && read.booked > open ? read.booked : open }
}
