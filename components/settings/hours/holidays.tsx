'use client'

import { useState } from 'react'
import { ListRow } from '@/components/ui/list-row'
import { type Day, formatDay } from '@/lib/kernel/zone'
import { bayramsAreKnown, choiceWords, chosenFor, comingHolidays } from './coming-holidays'
import { HolidaySheet } from './holiday-sheet'
import { useHolidays } from './use-holidays'

/** The official holidays of the coming year, and what the shop does on each. */
export function Holidays() {
  const holidays = useHolidays()
  const [openDay, setOpenDay] = useState<Day | null>(null)
  if (!holidays) return null

  const { today, chosen, choose, isPending } = holidays
  const coming = comingHolidays(today)
  const open = coming.find(one => one.day === openDay)
  return (
    <>
      <ul className="-mx-gutter border-line border-t">
        {coming.map(holiday => (
          <li key={holiday.day}>
            <ListRow
              title={holiday.title}
              detail={[holiday.also, formatDay(holiday.day), choiceWords(chosenFor(holiday, chosen))]
                .filter(Boolean)
                .join(' · ')}
              pending={isPending(holiday.names)}
              onSelect={() => setOpenDay(holiday.day)}
            />
          </li>
        ))}
      </ul>
      {!bayramsAreKnown(today) && (
        <p className="text-ink-soft">Dinî bayramların bu listede olmayan günleri henüz açıklanmadı.</p>
      )}
      {open && (
        <HolidaySheet
          holiday={open}
          chosen={chosenFor(open, chosen)}
          onChoose={choice => {
            setOpenDay(null)
            void choose(open.names, choice)
          }}
          onClose={() => setOpenDay(null)}
        />
      )}
    </>
  )
}
