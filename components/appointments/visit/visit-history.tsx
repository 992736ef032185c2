'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import { OpenIcon } from '@/components/ui/icons'
import type { Appointment } from '@/lib/appointments/appointment'
import { eventsOfAppointments } from '@/lib/appointments/browser/visits'
import type { Instant } from '@/lib/kernel/zone'
import { firstLine, historyLines } from './history'

/** What became of it, in plain words, behind one line. A visit's parts mostly go the same way: its first part tells it. */
export function VisitHistory({ parts, now }: { parts: Appointment[]; now: Instant }) {
  const { shop, me } = useShop()
  const first = parts[0]!
  const events = useLive(db => eventsOfAppointments(db, [first.id]), [first.id])
  if (!events) return null
  const looking = { userId: me.userId, zone: shop.zone, now }
  const lines = events.length > 0 ? historyLines(events, looking) : [firstLine(first, looking)]
  return (
    <details
      className="group"
      // It is the last thing in the sheet: opened, it lies below the edge.
      onToggle={event => event.currentTarget.open && event.currentTarget.scrollIntoView({ block: 'end' })}
    >
      <summary className="flex min-h-target cursor-pointer list-none items-center justify-between text-ink-soft">
        Geçmişi
        <OpenIcon className="size-5 group-open:rotate-180" />
      </summary>
      <ol className="flex flex-col gap-1">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}
