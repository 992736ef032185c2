'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { enterShop } from '@/lib/tenants/browser/session'

interface Shop {
  tenantId: string
  name: string
}

/** Opens the user's only shop on this phone. */
export function EnterShop({ shop: { tenantId, name }, userId }: { shop: Shop; userId: string }) {
  useEffect(() => {
    enterShop({ tenantId, userId })
  }, [tenantId, userId])
  return <p role="status">{name} açılıyor…</p>
}

/** Several shops: which one shall this phone show? */
export function ChooseShop({ shops, userId }: { shops: readonly Shop[]; userId: string }) {
  return (
    <ul className="flex flex-col gap-3">
      {shops.map(({ tenantId, name }) => (
        <li key={tenantId}>
          <Button full onClick={() => enterShop({ tenantId, userId })}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  )
}
