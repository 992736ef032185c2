'use client'

import { useEffect, useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { askMonth } from '@/lib/cash/browser/ask-month'
import { isOnPhone, monthsOnPhone, sumsOnPhone } from '@/lib/cash/browser/month'
import { addMonths, type Month } from '@/lib/cash/month'
import type { MonthTotals } from '@/lib/cash/month-totals'
import type { Day } from '@/lib/kernel/zone'

export interface MonthRead {
  /** Null: the server has to be asked and does not answer. */
  totals: MonthTotals | null
  /** The month before, of this month as many days as have gone by; null: the server does not answer. Undefined while it is asked. */
  before: MonthTotals | null | undefined
  /** All of it is there; before that what was done, and by whom, is missing. */
  whole: boolean
}

/** A month's sums: from the phone where it holds them, else from the server. Undefined until there is an answer, or none is to come. */
export function useMonth(month: Month, today: Day): { read: MonthRead | undefined; again: () => void } {
  const { shop } = useShop()
  const online = useOnline()
  const [tries, setTries] = useState(0)
  const held = isOnPhone(month, today)
  const deps = [month, held, shop.zone]
  const sums = useLive(
    async database => ({ month, totals: held ? await sumsOnPhone(database, month, shop.zone) : null }),
    deps,
  )
  // Only then: both at once would keep the chart waiting for what stands beneath it.
  const first = sums?.month === month && held
  const local = useLive(
    async database =>
      first ? { month, ...(await monthsOnPhone(database, month, { today, zone: shop.zone })) } : undefined,
    [...deps, first, today],
  )

  // What the phone does not hold: the month itself and the one before it, or only that.
  const missing = [month, addMonths(month, -1)].filter(each => !isOnPhone(each, today))
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
  if (!held) return { read: answers && { totals: answers[0] ?? null, before: answers[1], whole: true }, again }
  if (local?.month === month) return { read: { ...local, before: local.before ?? answers?.[0], whole: true }, again }
  return { read: first ? { totals: sums.totals, before: undefined, whole: false } : undefined, again }
}
