'use client'

import { useState } from 'react'
import { useShop } from '@/components/shop/shop-context'
import type { Staff } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'

const KEY = 'siftah.chair'

/** Whose column is shown, null for all. Kept on the phone; until something was chosen there, Bugün opens at one's own chair. */
export function useChairFilter(chairs: readonly Staff[]): [Id | null, (id: Id | '') => void] {
  const { me } = useShop()
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY))
  const filter = chairs.find(chair => chair.id === (chosen ?? me.staffId))?.id ?? null
  return [
    filter,
    id => {
      localStorage.setItem(KEY, id)
      setChosen(id)
    },
  ]
}
