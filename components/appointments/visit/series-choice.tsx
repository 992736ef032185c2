'use client'

import { RadioGroup } from '@/components/ui/field'
import type { Appointment } from '@/lib/appointments/appointment'
import type { Instant } from '@/lib/kernel/zone'
import { type Scope, visitsInScope } from './series-scope'

interface SeriesChoiceProps {
  series: readonly Appointment[]
  of: Appointment
  now: Instant
  value: Scope
  onChange: (scope: Scope) => void
}

/** Which of a series are meant; nothing when this is the only one left. */
export function SeriesChoice({ series, of, now, value, onChange }: SeriesChoiceProps) {
  const count = (scope: Scope) => visitsInScope(series, of, scope, now).length
  if (count('all') < 2) return null
  return (
    <RadioGroup
      label="Hangileri?"
      choices={[
        { value: 'one', label: 'Yalnız bu' },
        { value: 'following', label: `Bu ve sonrakiler (${count('following')})` },
        { value: 'all', label: `Hepsi (${count('all')})` },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
