'use client'

import { useShop } from '@/components/shop/shop-context'
import { useLiveFor } from '@/components/shop/use-live-for'
import { type MoneyOfCustomer, moneyOfCustomer } from '@/lib/cash/browser/debts'
import type { Id } from '@/lib/kernel/id'

/**
 * What a customer owes and has paid ahead, live. Null: nobody, or the member may not see the till, whose phone has only his own part of it and
 * would reckon a wrong sum. Undefined until first read.
 */
export function useMoney(customerId: Id | null): MoneyOfCustomer | null | undefined {
  const { me } = useShop()
  const asked = me.seesTill ? customerId : null
  return useLiveFor(asked, async (db, id) => (id ? moneyOfCustomer(db, id) : null))
}
