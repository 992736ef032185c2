'use client'

import { Activity } from 'react'
import { later } from '@/components/shop/later'
import { usePath } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { CustomerCard } from './customer-card'
import { CustomerList } from './customer-list'

// Most days nobody imports anything.
const ImportView = later(() => import('@/components/import/import-view').then(module => module.ImportView))

/** Müşteriler: the list, and what is opened over it. The list stays as it was left: text, results and place. */
export function CustomersView() {
  const page = usePath()?.split('/')[2] ?? ''
  const { me } = useShop()
  if (me.role === 'accountant') {
    return (
      <main className="px-gutter">
        <h1 className="sr-only">Müşteriler</h1>
        <EmptyState text="Müşterileri yalnızca dükkânda çalışanlar görür." />
      </main>
    )
  }
  return (
    <>
      <Activity mode={page === '' ? 'visible' : 'hidden'}>
        <CustomerList />
      </Activity>
      {page === 'ice-aktar' ? <ImportView /> : page !== '' && <CustomerCard key={page} id={page} />}
    </>
  )
}
