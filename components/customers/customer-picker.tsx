'use client'

import { useMemo, useRef, useState } from 'react'
import { useLive, useSend, useTold } from '@/components/shop/shop-context'
import { AddIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { addCustomer } from '@/lib/customers/add-customer'
import { recentCustomers } from '@/lib/customers/browser/recent-customers'
import { searchCustomers } from '@/lib/customers/search'
import { typedCustomer } from '@/lib/customers/typed-customer'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, toInstant } from '@/lib/kernel/zone'
import { nameOf, phoneOf } from './names'
import { SearchField } from './search-field'
import { useCustomerIndex } from './use-customer-index'

/** What fits above the phone's keyboard, with the row for a new one. */
const SHOWN = 5

interface CustomerPickerProps {
  /** Only somebody with a name: he will owe. */
  named?: boolean
  /** Null: somebody without a name. A new customer is already saved when this is called. */
  onPick: (customerId: Id | null, name: string) => void
}

/** Who? The last ones at once, everybody by search, and somebody new by typing a name, a number or both. */
export function CustomerPicker({ named = false, onPick }: CustomerPickerProps) {
  const send = useSend()
  const told = useTold()
  const index = useCustomerIndex()
  const [text, setText] = useState('')
  const typed = text.trim()
  const recent = useLive(database => recentCustomers(database, aDayFromNow(), SHOWN)) ?? []
  const found = useMemo(
    () => (typed && index ? searchCustomers(index, typed).filter(customer => !customer.archivedAt) : []),
    [index, typed],
  )

  const adding = useRef(false)
  const addTyped = async () => {
    if (adding.current) return // a second tap while the first is being written
    adding.current = true
    try {
      const customer = { id: newId(), ...(await told(() => typedCustomer(typed))), email: null, note: null }
      await send(addCustomer, customer)
      onPick(customer.id, customer.name)
    } finally {
      adding.current = false
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <SearchField label="Ad ya da telefon" value={text} onChange={setText} />
      <ul className="-mx-gutter">
        {(typed ? found.slice(0, SHOWN) : recent).map(customer => (
          <li key={customer.id}>
            <ListRow
              title={nameOf(customer)}
              detail={phoneOf(customer, typed)}
              onSelect={() => onPick(customer.id, nameOf(customer))}
            />
          </li>
        ))}
        {/* Nobody is new before the list has been read: who is in it would be written down twice. */}
        {typed && index && (
          <li>
            <ListRow lead={<AddIcon />} title={`Yeni: ${typed}`} onSelect={addTyped} />
          </li>
        )}
        {!typed && !named && (
          <li>
            <ListRow title="İsimsiz" detail="Adını sormadan" onSelect={() => onPick(null, 'İsimsiz')} />
          </li>
        )}
      </ul>
    </div>
  )
}

const aDayFromNow = () => addMinutes(toInstant(new Date()), 24 * 60)
