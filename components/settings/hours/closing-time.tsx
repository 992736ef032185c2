'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { formatMinutes } from '@/lib/kernel/zone'
import { minutesOf } from './typed-ranges'

/** From an hour before the usual closing to midnight, as shops close on an eve. */
const usualClosings = [17, 18, 19, 20, 21, 22, 23, 24].map(hour => formatMinutes(hour * 60))

interface ClosingTimeProps {
  /** Minutes after midnight; null: not chosen yet. */
  value: number | null
  onChange: (minutes: number) => void
}

/** Until when: one of the usual times by a tap, or any other written out. */
export function ClosingTime({ value, onChange }: ClosingTimeProps) {
  const [typed, setTyped] = useState('')
  const chosen = value === null ? '' : formatMinutes(value)
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label="Kaça kadar?"
        choices={[...new Set([...usualClosings, ...(chosen ? [chosen] : [])])]
          .sort()
          .map(time => ({ value: time, label: time }))}
        value={chosen}
        onChange={time => onChange(minutesOf(time))}
      />
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          // 00:00 is the end of the day: it is no time to close at otherwise.
          if (typed !== '') onChange(minutesOf(typed) || 24 * 60)
        }}
      >
        <div className="min-w-0 flex-1 basis-28">
          <TextField type="time" label="Başka saat" value={typed} onChange={event => setTyped(event.target.value)} />
        </div>
        <Button type="submit" disabled={typed === ''}>
          Bu saate kadar
        </Button>
      </form>
    </div>
  )
}
