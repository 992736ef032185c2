'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useLive, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { AddIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import type { SpecialHours } from '@/lib/appointments/appointment'
import { specialHoursFrom } from '@/lib/appointments/browser/chairs'
import type { Id } from '@/lib/kernel/id'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import { hoursWords } from './hours-words'
import { SpecialHoursSheet } from './special-hours-sheet'

/** The coming dates with hours of their own, of one chair or (null) of all. */
export function SpecialHoursList({ staffId }: { staffId: Id | null }) {
  const { shop } = useShop()
  const unconfirmed = useUnconfirmed()
  const today = dayOf(useNow(), shop.zone)
  const [open, setOpen] = useState<SpecialHours | 'new' | null>(null)
  const coming = useLive(database => specialHoursFrom(database, staffId, today), [staffId, today])
  if (!coming) return null
  return (
    <>
      <ul className="-mx-gutter empty:hidden">
        {coming.map(one => (
          <li key={one.id}>
            <ListRow
              title={formatDay(one.day)}
              detail={hoursWords(one.ranges)}
              pending={unconfirmed.has(`special_hours/${one.id}`)}
              onSelect={() => setOpen(one)}
            />
          </li>
        ))}
      </ul>
      <Button full icon={<AddIcon />} onClick={() => setOpen('new')}>
        Farklı saat ekle
      </Button>
      {open && (
        <SpecialHoursSheet
          staffId={staffId}
          known={open === 'new' ? null : open}
          coming={coming}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
