'use client'

import { useEffect, useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { askMonth } from '@/lib/cash/browser/ask-month'
import { isOnPhone, monthsOnPhone } from '@/lib/cash/browser/month'
import { addMonths, type Month } from '@/lib/cash/month'
import type { MonthTotals } from '@/lib/cash/month-totals'
import type { Day } from '@/lib/kernel/zone'

export interface MonthRead {
  /** Null: the server has to be asked and does not answer. */
  totals: MonthTotals | null
  /** The month before, of this month as many days as have gone by; null: the server does not answer. Undefined while it is asked. */
  before: MonthTotals | null | undefined
}

/** A month's sums: from the phone where it holds them, else from the server. Undefined until there is an answer, or none is to come. */
export function useMonth(month: Month, today: Day): { read: MonthRead | undefined; again: () => void } {
  const { shop } = useShop()
  const online = useOnline()
  const [tries, setTries] = useState(0)
  const local = useLive(
    async database =>
      isOnPhone(month, today)
        ? { month, ...(await monthsOnPhone(database, month, { today, zone: shop.zone })) }
        : { month, totals: null, before: null },
    [month, today, shop.zone],
  )

  // What the phone does not hold: this month, or only the one before it.
  const missing = isOnPhone(month, today)
    ? isOnPhone(addMonths(month, -1), today)
      ? []
      : [addMonths(month, -1)]
    : [month, addMonths(month, -1)]
  const key = `${shop.id} ${missing.join(' ')} ${online} ${tries}`
  const [told, setTold] = useState<{ key: string; totals: (MonthTotals | null)[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it
  useEffect(() => {
    const left = new AbortController()
    void Promise.all(missing.map(each => askMonth(shop.id, each, left.signal))).then(totals => {
      if (!left.signal.aborted) setTold({ key, totals })
    })
    return () => left.abort()
  }, [key])

  const answers = told?.key === key ? told.totals : undefined
  const again = () => setTries(tries + 1)
  if (local?.month !== month) return { read: undefined, again }
  if (local.totals) return { read: { totals: local.totals, before: local.before ?? answers?.[0] }, again }
  return { read: answers && { totals: answers[0] ?? null, before: answers[1] ?? null }, again }
}
