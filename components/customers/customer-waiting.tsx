'use client'

import { useState } from 'react'
import { useWaitingActs } from '@/components/appointments/waiting/use-waiting-acts'
import { wishWords } from '@/components/appointments/waiting/waiting-words'
import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { AddIcon } from '@/components/ui/icons'
import { everyChair, everyService } from '@/lib/appointments/browser/chairs'
import { wishesOfCustomer } from '@/lib/appointments/browser/waiting'
import type { Id } from '@/lib/kernel/id'
import { dayOf, toInstant } from '@/lib/kernel/zone'

const WaitingSheet = later(() =>
  import('@/components/appointments/waiting/waiting-sheet').then(module => module.WaitingSheet),
)

/** For which free times he waits, and the way onto the waiting list. */
export function CustomerWaiting({ customerId }: { customerId: Id }) {
  const { shop } = useShop()
  const { endWait } = useWaitingActs()
  const [adding, setAdding] = useState(false)
  const today = dayOf(toInstant(new Date()), shop.zone)
  const read = useLive(
    async db => ({
      wishes: await wishesOfCustomer(db, customerId, today),
      services: await everyService(db),
      staff: await everyChair(db),
    }),
    [customerId, today],
  )
  if (!read) return null
  return (
    <section className="flex flex-col gap-1">
      {read.wishes.length > 0 && <h3 className="font-semibold text-ink-soft">Boş yer bekliyor</h3>}
      <ul>
        {read.wishes.map(wish => (
          <li key={wish.id} className="flex items-center gap-2 border-line border-b">
            <p className="min-w-0 flex-1 py-2">
              {[
                read.services.find(({ id }) => id === wish.serviceId)?.name,
                read.staff.find(({ id }) => id === wish.staffId)?.name,
              ]
                .filter(Boolean)
                .join(' · ')}
              <span className="block text-ink-soft">{wishWords(wish)}</span>
            </p>
            <Button variant="quiet" onClick={() => endWait(wish)}>
              Kaldır
            </Button>
          </li>
        ))}
      </ul>
      <span className="-ml-gutter">
        <Button variant="quiet" icon={<AddIcon />} onClick={() => setAdding(true)}>
          Beklemeye yaz
        </Button>
      </span>
      {adding && <WaitingSheet customerId={customerId} day={today} onClose={() => setAdding(false)} />}
    </section>
  )
}
