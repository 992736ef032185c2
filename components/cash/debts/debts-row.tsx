'use client'

import { ShopLink } from '@/components/shop/router'
import { useLive } from '@/components/shop/shop-context'
import { LaterIcon } from '@/components/ui/icons'
import { moneyOfCustomers } from '@/lib/cash/browser/debts'
import { formatMoney } from '@/lib/kernel/money'

/** The way to who owes what, with the sum of it. */
export function DebtsRow() {
  const money = useLive(moneyOfCustomers)
  if (!money) return null
  const total = money.reduce((sum, { owed }) => sum + Math.max(0, owed), 0)
  return (
    <ShopLink
      href="/kasa?veresiye"
      className="-mx-gutter flex min-h-target items-center gap-3 border-line border-y px-gutter py-2 active:bg-do-soft"
    >
      <span className="min-w-0 flex-1">Veresiye defteri</span>
      <span className="font-semibold">{total > 0 ? formatMoney(total) : 'yok'}</span>
      <LaterIcon className="size-5 shrink-0" />
    </ShopLink>
  )
}
