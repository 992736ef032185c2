'use client'

import { useNow } from '@/components/appointments/use-now'
import { useLive, useShop } from '@/components/shop/shop-context'
import { openDay } from '@/lib/cash/booked-day'
import { closedThrough } from '@/lib/cash/browser/closings'
import { type Day, dayOf } from '@/lib/kernel/zone'

/** Today, the day into which money that moves now is written (later than today once today is closed), and the last closed day. */
export function useOpenDay(): { today: Day; open: Day; closed: Day | null } {
  const { shop } = useShop()
  const now = useNow()
  const closed = useLive(closedThrough) ?? null
  return { today: dayOf(now, shop.zone), open: openDay(now, closed, shop.zone), closed }
}
