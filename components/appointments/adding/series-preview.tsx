'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/field'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import { LONGEST_SERIES } from '@/lib/appointments/offers/series'
import { type Day, dayOf, formatDay, formatTime, toInstant } from '@/lib/kernel/zone'
import { SheetFoot } from '../sheet-foot'
import type { Repeat } from './repeat-fields'
import { planSeries } from './series-plan'

interface SeriesPreviewProps {
  /** The first visit, as it was chosen. */
  first: OfferedPart[]
  repeat: Repeat
  onSave: (visits: OfferedPart[][]) => void
}

/** Every date before anything is written. What does not fit says why and is left out, unless the shop opens for it. */
export function SeriesPreview({ first, repeat, onSave }: SeriesPreviewProps) {
  const { shop } = useShop()
  const [changed, setChanged] = useState<ReadonlyMap<Day, boolean>>(new Map())
  const from = dayOf(first[0]!.startsAt, shop.zone)
  const days = LONGEST_SERIES * repeat.everyWeeks * 7 + 1
  const read = useLive(db => shopBook(db, from, days, shop.zone), [from, days, shop.zone])
  if (!read) return null

  const dates = planSeries(asBook(read, toInstant(new Date())), first, repeat)
  // The first one was chosen by hand, outside hours or not.
  const isIn = ({ day, why, impossible }: (typeof dates)[number], i: number) =>
    !impossible && (changed.get(day) ?? (i === 0 || why === null))
  const chosen = dates.filter(isIn)
  const year = (day: Day) => (day.slice(0, 4) === from.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`)
  return (
    <>
      <p className="-mb-2 text-ink-soft">
        {dates.length} tarihin {chosen.length} tanesi yazılacak, saat {formatTime(first[0]!.startsAt, shop.zone)}.
      </p>
      <ul className="flex flex-col">
        {dates.map((date, i) => (
          <li key={date.day} className="border-line border-b">
            <CheckField
              label={
                <>
                  <span className={isIn(date, i) ? 'font-semibold' : 'text-ink-soft line-through'}>
                    {formatDay(date.day) + year(date.day)}
                  </span>
                  {(date.why ?? date.remark) && (
                    <span className={`block ${date.why ? 'text-look' : 'text-ink-soft'}`}>
                      {date.why ?? date.remark}
                    </span>
                  )}
                </>
              }
              checked={isIn(date, i)}
              disabled={date.impossible}
              onChange={event => setChanged(new Map(changed).set(date.day, event.target.checked))}
            />
          </li>
        ))}
      </ul>
      <SheetFoot>
        <Button
          variant="do"
          full
          disabled={chosen.length === 0}
          onClick={() => onSave(chosen.map(({ parts }) => parts))}
        >
          {chosen.length} randevuyu kaydet
        </Button>
      </SheetFoot>
    </>
  )
}
