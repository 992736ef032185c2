'use client'

import { useState } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { formatDay } from '@/lib/kernel/zone'
import { ChoiceList } from '../choice-list'
import { ClosingTime } from './closing-time'
import type { ComingHoliday, HolidayChoice, Opens } from './coming-holidays'

interface HolidaySheetProps {
  holiday: ComingHoliday
  chosen: HolidayChoice
  onChoose: (choice: HolidayChoice) => void
  onClose: () => void
}

const words: Record<Opens, string> = {
  official: 'Yarım gün, 13:00’te kapanır',
  closed: 'Kapalı',
  usual: 'Her zamanki gibi açık',
  longer: 'Açık, kapanışını seçeceğim',
}

/** What the shop does on one holiday, every year. */
export function HolidaySheet({ holiday, chosen, onChoose, onClose }: HolidaySheetProps) {
  const [opens, setOpens] = useState(chosen.opens)
  const offered: Opens[] = [...(holiday.half ? (['official'] as const) : []), 'closed', 'usual', 'longer']
  const choose = (opens: Opens) => {
    setOpens(opens)
    // Until when, is still to be said.
    if (opens !== 'longer') onChoose({ opens, until: null })
  }
  return (
    <Sheet open title={holiday.title} onClose={onClose}>
      <p className="text-ink-soft">
        {[holiday.also, formatDay(holiday.day)].filter(Boolean).join(', ')}. Seçiminiz her yıl geçerlidir.
      </p>
      <ChoiceList choices={offered.map(value => ({ value, label: words[value] }))} value={opens} onChoose={choose} />
      {opens === 'longer' && (
        <ClosingTime
          value={chosen.opens === 'longer' ? chosen.until : null}
          onChange={until => onChoose({ opens: 'longer', until })}
        />
      )}
    </Sheet>
  )
}
