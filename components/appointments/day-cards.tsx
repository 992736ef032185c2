'use client'

import { later } from '@/components/shop/later'
import { useLive } from '@/components/shop/shop-context'
import { refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { NewsLines } from './news-lines'
import { OpeningCards } from './opening-cards'
import { QueueStrip } from './queue-strip'
import { RequestCards } from './request-cards'

const RefusedCard = later(() => import('./refused-card').then(module => module.RefusedCard))

interface DayCardsProps {
  now: Instant
  isToday: boolean
  onOpen: (id: Id) => void
}

/** What waits for somebody's word, above the day; nothing when nothing does. */
export function DayCards({ now, isToday, onOpen }: DayCardsProps) {
  const refused = useLive(refusedAppointments) ?? []
  return (
    <>
      <div className="flex flex-col gap-2 px-gutter pt-2 empty:hidden">
        {refused.map(one => (
          <RefusedCard key={one.seq} refused={one} now={now} />
        ))}
        <RequestCards now={now} onOpen={({ appointment }) => onOpen(appointment.id)} />
        <OpeningCards now={now} />
        <NewsLines now={now} onOpen={onOpen} />
      </div>
      {isToday && <QueueStrip now={now} />}
    </>
  )
}
