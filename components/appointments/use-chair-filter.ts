'use client'

import { useState } from 'react'
import type { Staff } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'

const KEY = 'siftah.chair'

/** Whose column is shown, null for all. Kept on the phone: a member of staff opens Bugün at his own chair each morning. */
export function useChairFilter(chairs: readonly Staff[]): [Id | null, (id: Id | '') => void] {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY))
  const filter = chairs.find(chair => chair.id === chosen)?.id ?? null
  return [
    filter,
    id => {
      localStorage.setItem(KEY, id)
      setChosen(id)
    },
  ]
}
