'use client'

import { OpenIcon } from '@/components/ui/icons'
import type { Staff } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'

interface ChairFilterProps {
  chairs: readonly Staff[]
  value: Id | null
  onChange: (id: Id | '') => void
}

/** Whose column: one of those who serve, or all. */
export function ChairFilter({ chairs, value, onChange }: ChairFilterProps) {
  return (
    <div className="relative max-w-28 self-center">
      <select
        aria-label="Kimin randevuları"
        value={value ?? ''}
        onChange={event => onChange(event.target.value)}
        className="field-sizing-content min-h-target max-w-full appearance-none text-ellipsis rounded-control bg-transparent py-1 pr-8 pl-2 text-do"
      >
        <option value="">Hepsi</option>
        {chairs.map(chair => (
          <option key={chair.id} value={chair.id}>
            {chair.name}
          </option>
        ))}
      </select>
      <OpenIcon className="pointer-events-none absolute top-1/2 right-2 size-5 -translate-y-1/2 text-do" />
    </div>
  )
}
