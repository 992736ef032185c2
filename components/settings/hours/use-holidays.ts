'use client'

import { useNow } from '@/components/appointments/use-now'
import { useLive, useSend, useShop, useTogether, useUnconfirmed } from '@/components/shop/shop-context'
import type { HolidayHours } from '@/lib/appointments/appointment'
import { everyHolidayHours } from '@/lib/appointments/browser/chairs'
import { setHoliday } from '@/lib/appointments/commands/set-holiday'
import type { HolidayName } from '@/lib/appointments/holidays'
import { newId } from '@/lib/kernel/id'
import { type Day, dayOf } from '@/lib/kernel/zone'
import type { HolidayChoice } from './coming-holidays'

interface Holidays {
  today: Day
  chosen: readonly HolidayHours[]
  choose: (names: readonly HolidayName[], choice: HolidayChoice) => Promise<void>
  isPending: (names: readonly HolidayName[]) => boolean
}

/** What the shop chose for official holidays, and how it chooses otherwise; undefined until read. */
export function useHolidays(): Holidays | undefined {
  const { shop } = useShop()
  const send = useSend()
  const together = useTogether()
  const unconfirmed = useUnconfirmed()
  const today = dayOf(useNow(), shop.zone)
  const chosen = useLive(everyHolidayHours)
  if (!chosen) return undefined
  return {
    today,
    chosen,
    choose: (names, choice) =>
      together(async () => {
        for (const holiday of names) {
          await send(setHoliday, { id: chosen.find(one => one.holiday === holiday)?.id ?? newId(), holiday, ...choice })
        }
      }),
    isPending: names => chosen.some(one => names.includes(one.holiday) && unconfirmed.has(`holiday_hours/${one.id}`)),
  }
}
