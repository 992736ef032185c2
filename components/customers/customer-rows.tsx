'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { ShopLink } from '@/components/shop/router'
import { useLive, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { ListRow } from '@/components/ui/list-row'
import { moneyOfCustomers } from '@/lib/cash/browser/debts'
import { lastVisits } from '@/lib/customers/browser/last-visits'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import type { ListLine } from './list-lines'
import { nameOf, phoneOf } from './names'

/** The people, of whom only those in sight are in the page: 5,000 scroll like 20. */
export function CustomerRows({ lines, typed }: { lines: readonly ListLine[]; typed: string }) {
  const unconfirmed = useUnconfirmed()
  const visits = useLive(lastVisits)
  const owed = useLive(whatIsOwed)
  const { shop, me } = useShop()
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  // What stands above the list comes and goes.
  useLayoutEffect(() => setTop(list.current!.offsetTop))

  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: i => ('letter' in lines[i]! ? 46 : 69),
    getItemKey: i => keyOf(lines[i]!),
    overscan: typed ? 1 : 8, // who types looks at the first ones
    scrollMargin: top,
  })

  const detailOf = (customer: Customer) => {
    const visit = visits?.get(customer.id)
    const phone = phoneOf(customer, typed)
    // Who types digits looks for a number.
    if (!visit || (phone && /\d/.test(typed))) return phone
    return `Son geliş ${formatDay(dayOf(visit, shop.zone))}`
  }

  return (
    <ul ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const line = lines[index]!
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {'letter' in line ? (
              <h2 className="border-line border-b px-gutter pt-4 pb-1 font-semibold text-ink-soft">{line.letter}</h2>
            ) : (
              <ShopLink href={`/musteriler/${line.customer.id}`} className="block active:bg-do-soft">
                <ListRow
                  title={nameOf(line.customer)}
                  detail={detailOf(line.customer)}
                  value={me.seesTill && owed?.get(line.customer.id)}
                  valueDetail={me.seesTill && owed?.has(line.customer.id) && 'veresiye'}
                  pending={unconfirmed.has(`customers/${line.customer.id}`)}
                />
              </ShopLink>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Of whoever owes something. */
const whatIsOwed = async (db: ShopDatabase): Promise<ReadonlyMap<Id, string>> =>
  new Map(
    (await moneyOfCustomers(db)).flatMap(({ customerId, owed }) =>
      owed > 0 ? [[customerId, formatMoney(owed)] as const] : [],
    ),
  )

const keyOf = (line: ListLine) => ('letter' in line ? line.letter : line.customer.id)
