'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import type { Appointment } from '@/lib/appointments/appointment'
import { shopBook } from '@/lib/appointments/browser/shop-book'
import { addDays, dayOf, formatDay, type Instant, instantOf } from '@/lib/kernel/zone'
import { SeriesChoice } from './series-choice'
import { type Scope, shiftVisits, spanOf, visitsInScope } from './series-scope'
import type { Move } from './use-acts'

interface MoveSeriesProps {
  series: Appointment[]
  /** The visit for which another time was chosen, as its parts, and where they go. */
  moved: Appointment[]
  to: Move[]
  now: Instant
  onDone: (moves: Move[][], from: Appointment[][]) => void
}

/** The same shift for this one, the later ones or all; what does not fit is named and stays where it is. */
export function MoveSeries({ series, moved, to, now, onDone }: MoveSeriesProps) {
  const { shop } = useShop()
  const [scope, setScope] = useState<Scope>('one')
  const visits = visitsInScope(series, moved[0]!, scope, now)
  const span = spanOf(visits, { moved, to })
  const from = dayOf(instantOf(span.start), shop.zone)
  const until = dayOf(instantOf(span.end), shop.zone)
  const days = Math.round((Date.parse(addDays(until, 1)) - Date.parse(from)) / 86_400_000)
  const book = useLive(db => shopBook(db, from, days, shop.zone), [from, days, shop.zone])
  if (!book) return null

  const shifted = shiftVisits(visits, { moved, to }, { ...book, now })
  const [moving, staying] = [shifted.filter(one => one.why === null), shifted.filter(one => one.why !== null)]
  return (
    <>
      <SeriesChoice series={series} of={moved[0]!} now={now} value={scope} onChange={setScope} />
      {staying.length > 0 && (
        <div>
          <p className="font-semibold">Sığmayanlar eski saatinde kalır:</p>
          <ul>
            {staying.map(({ visit, moves, why }) => (
              <li key={visit[0]!.id} className="text-look">
                {formatDay(dayOf(moves[0]!.startsAt, shop.zone))}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button
        variant="do"
        full
        disabled={moving.length === 0}
        onClick={() =>
          onDone(
            moving.map(one => one.moves),
            moving.map(one => one.visit),
          )
        }
      >
        {moving.length > 1 ? `${moving.length} randevuyu taşı` : 'Taşı'}
      </Button>
    </>
  )
}
