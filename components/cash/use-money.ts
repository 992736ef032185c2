'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import { type MoneyOfCustomer, moneyOfCustomer } from '@/lib/cash/browser/debts'
import type { Id } from '@/lib/kernel/id'

/**
 * What a customer owes and has paid ahead, live. Null: nobody, or the member may not see the till, whose phone has only his own part of it and
 * would reckon a wrong sum. Undefined until first read.
 */
export function useMoney(customerId: Id | null): MoneyOfCustomer | null | undefined {
  const { me } = useShop()
  const asked = me.seesTill ? customerId : null
  return useLive(async db => (asked ? moneyOfCustomer(db, asked) : null), [asked])
}
