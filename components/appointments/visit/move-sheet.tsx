'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { type Appointment, holdsItsChair } from '@/lib/appointments/appointment'
import { appointmentsOfSeries } from '@/lib/appointments/browser/visits'
import { dayOf, formatTime, type Instant } from '@/lib/kernel/zone'
import { TimeChooser } from '../adding/time-chooser'
import type { AgendaItem } from '../day/use-agenda'
import { minutesOf } from '../words'
import { type Move, useActs } from './use-acts'

const MoveSeries = later(() => import('./move-series').then(module => module.MoveSeries))

interface MoveSheetProps {
  /** The open parts of the visit, in the order of the clock. */
  parts: AgendaItem[]
  now: Instant
  onClose: () => void
}

/** Another time for a visit, whole; of a series, for the others too. */
export function MoveSheet({ parts: items, now, onClose }: MoveSheetProps) {
  const { shop } = useShop()
  const { move } = useActs()
  const [sameChairs, setSameChairs] = useState<'same' | 'any'>('same')
  const [to, setTo] = useState<Move[]>()
  const parts = items.map(({ appointment }) => appointment)
  const { seriesId, startsAt } = parts[0]!
  const series = useLive(async db => (seriesId ? appointmentsOfSeries(db, seriesId) : []), [seriesId])
  const hasOthers = series?.some(one => !parts.some(part => part.id === one.id) && holdsItsChair(one, now)) ?? false

  const finish = (moves: Move[][], from: Appointment[][]) => {
    onClose()
    return move(moves, from)
  }
  const wished = parts.map(part => ({
    serviceId: part.serviceId,
    staffId: parts.length > 1 && sameChairs === 'any' ? null : part.staffId,
    keeps: { ...part, minutes: minutesOf(part) },
  }))
  const what = items.map(({ service }) => service?.name).filter(Boolean)
  return (
    <Sheet open title={to ? 'Hangileri taşınsın?' : 'Ne zamana taşınsın?'} onClose={onClose}>
      <p className="-mb-2 font-semibold">
        {[items[0]!.name, what.join(' + '), `şimdi ${formatTime(startsAt, shop.zone)}`].filter(Boolean).join(' · ')}
      </p>
      {to ? (
        <MoveSeries series={series!} moved={parts} to={to} now={now} onDone={finish} />
      ) : (
        <>
          {parts.length > 1 && (
            <Segmented
              label="Kim yapacak?"
              choices={[
                { value: 'same', label: 'Aynı kişiler' },
                { value: 'any', label: 'Fark etmez' },
              ]}
              value={sameChairs}
              onChange={setSameChairs}
            />
          )}
          <TimeChooser
            wished={wished}
            day={dayOf(startsAt, shop.zone)}
            movingIds={parts.map(({ id }) => id)}
            onPick={offered => {
              const moves = parts.map(({ id }, i) => ({ ...offered[i]!, id }))
              return hasOthers ? setTo(moves) : finish([moves], [parts])
            }}
          />
        </>
      )}
    </Sheet>
  )
}
