'use client'

import { useMemo } from 'react'
import { useLive } from '@/components/shop/shop-context'
import { everyCustomer } from '@/lib/customers/browser/every-customer'
import { type CustomerIndex, indexCustomers } from '@/lib/customers/search'

/** Of the list as it was last shown, by whatever screen. */
let last: CustomerIndex = []

/** Everybody in Turkish order, ready to be searched. Undefined until first read. */
export function useCustomerIndex(): CustomerIndex | undefined {
  const customers = useLive(everyCustomer)
  return useMemo(() => {
    if (!customers) return undefined
    last = indexCustomers(customers, last)
    return last
  }, [customers])
}
