'use client'

import { useShop } from '@/components/shop/shop-context'
import { TimeOffList } from './time-off-list'

/** A member of staff takes his own time off; the owner sees it at once. */
export function MyTimeOffPage() {
  const { me } = useShop()
  return me.staffId && <TimeOffList staffId={me.staffId} />
}
