'use client'

import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import { reasonsToLook } from '@/lib/appointments/browser/reasons-to-look'
import { refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { anyInbound } from '@/lib/messages/browser/any-inbound'
import { anyOwnMessage } from '@/lib/messages/browser/any-own-message'

// Most hours of most days have none of these.
const RefusedCard = later(() => import('../news/refused-card').then(module => module.RefusedCard))
const RequestCards = later(() => import('../news/request-cards').then(module => module.RequestCards))
const OpeningCards = later(() => import('../waiting/opening-cards').then(module => module.OpeningCards))
const NewsLines = later(() => import('../news/news-lines').then(module => module.NewsLines))
const OwnMessagesCard = later(() =>
  import('@/components/messages/own-messages-card').then(module => module.OwnMessagesCard),
)
const InboundCards = later(() => import('@/components/messages/inbound-cards').then(module => module.InboundCards))
const QueueStrip = later(() => import('../queue/queue-strip').then(module => module.QueueStrip))

interface DayCardsProps {
  now: Instant
  isToday: boolean
  onOpen: (id: Id) => void
}

/** What waits for somebody's word, above the day; nothing when nothing does. */
export function DayCards({ now, isToday, onOpen }: DayCardsProps) {
  const { shop } = useShop()
  const refused = useLive(refusedAppointments) ?? []
  const midnight = instantAt(dayOf(now, shop.zone), 0, shop.zone)
  const reasons = useLive(db => reasonsToLook(db, midnight), [midnight])
  const toSend = useLive(anyOwnMessage)
  const toRead = useLive(anyInbound)
  return (
    <>
      <div className="flex flex-col gap-2 px-gutter pt-2 empty:hidden">
        {refused.map(one => (
          <RefusedCard key={one.seq} refused={one} now={now} />
        ))}
        {reasons?.requests && <RequestCards now={now} onOpen={({ appointment }) => onOpen(appointment.id)} />}
        {toRead && <InboundCards now={now} onOpen={onOpen} />}
        {reasons?.waiting && <OpeningCards now={now} />}
        {toSend && <OwnMessagesCard now={now} />}
        {reasons?.news && <NewsLines now={now} onOpen={onOpen} />}
      </div>
      {isToday && reasons?.queue && <QueueStrip now={now} />}
    </>
  )
}
