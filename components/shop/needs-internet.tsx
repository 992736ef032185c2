'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { navigate } from './router'

/** An address that only the server can show, opened without a connection. */
export function NeedsInternet() {
  return (
    <main className="flex flex-1 flex-col justify-center p-4">
      <EmptyState
        text="Bu sayfa için internet gerekiyor."
        action={<Button onClick={() => navigate('/bugun')}>Bugüne dön</Button>}
      />
    </main>
  )
}
