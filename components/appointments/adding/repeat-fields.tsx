'use client'

import { RadioGroup, SelectField, TextField } from '@/components/ui/field'
import { LONGEST_SERIES } from '@/lib/appointments/offers/series'
import { addDays, type Day } from '@/lib/kernel/zone'

/** How a visit repeats: every so many weeks, so often or until a day. */
export interface Repeat {
  everyWeeks: number
  ends: { count: number } | { lastDay: Day }
}

const USUAL_COUNT = 10

interface RepeatFieldsProps {
  repeat: Repeat | null
  /** The earliest day it can end on. */
  today: Day
  onChange: (repeat: Repeat | null) => void
}

export function RepeatFields({ repeat, today, onChange }: RepeatFieldsProps) {
  const ends = repeat?.ends
  const setEnds = (ends: Repeat['ends']) => onChange({ everyWeeks: repeat!.everyWeeks, ends })
  return (
    <>
      <SelectField
        label="Tekrarla"
        value={repeat?.everyWeeks ?? ''}
        onChange={event => {
          const everyWeeks = Number(event.target.value)
          onChange(everyWeeks === 0 ? null : { everyWeeks, ends: ends ?? { count: USUAL_COUNT } })
        }}
      >
        <option value="">Bir kez</option>
        <option value="1">Her hafta</option>
        {[2, 3, 4].map(weeks => (
          <option key={weeks} value={weeks}>
            {weeks} haftada bir
          </option>
        ))}
      </SelectField>
      {ends && (
        <RadioGroup
          label="Ne kadar sürsün?"
          choices={[
            { value: 'count', label: 'Kaç kez' },
            { value: 'lastDay', label: 'Bir güne kadar' },
          ]}
          value={'count' in ends ? 'count' : 'lastDay'}
          onChange={kind =>
            setEnds(kind === 'count' ? { count: USUAL_COUNT } : { lastDay: addDays(today, USUAL_COUNT * 7) })
          }
        />
      )}
      {ends && 'count' in ends && (
        <TextField
          type="number"
          inputMode="numeric"
          label="Kaç kez?"
          min={2}
          max={LONGEST_SERIES}
          value={ends.count || ''}
          onChange={event => setEnds({ count: Math.min(Number(event.target.value), LONGEST_SERIES) })}
        />
      )}
      {ends && 'lastDay' in ends && (
        <TextField
          type="date"
          label="Son gün"
          min={today}
          value={ends.lastDay}
          onChange={event => event.target.value && setEnds({ lastDay: event.target.value })}
        />
      )}
    </>
  )
}
