'use client'

import { useState } from 'react'
import { duration } from '@/components/appointments/words'
import { useLive, useUnconfirmed } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { ListRow } from '@/components/ui/list-row'
import type { Service, StaffService } from '@/lib/appointments/appointment'
import { everyService, servicesOfChair } from '@/lib/appointments/browser/chairs'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { ChairServiceSheet } from './chair-service-sheet'

/** What one chair does of what the shop offers, in its own time and at its own price where it has them (SPEC AP8). */
export function ChairServices({ staffId }: { staffId: Id }) {
  const unconfirmed = useUnconfirmed()
  const [openId, setOpenId] = useState<Id | null>(null)
  const read = useLive(
    async database => ({
      services: (await everyService(database)).filter(service => !service.archivedAt),
      own: await servicesOfChair(database, staffId),
    }),
    [staffId],
  )
  if (!read) return null

  const ownOf = (serviceId: Id) => read.own.find(one => one.serviceId === serviceId)
  const open = read.services.find(service => service.id === openId)
  return (
    <>
      {read.services.length === 0 && <EmptyState text="Önce Hizmetler’de ne yaptığınızı yazın." />}
      <ul className="-mx-gutter">
        {read.services.map(service => {
          const own = ownOf(service.id)
          return (
            <li key={service.id}>
              <ListRow
                title={service.name}
                detail={ownWords(service, own)}
                value={own?.offered === false ? undefined : formatMoney(own?.price ?? service.price)}
                pending={unconfirmed.has(`staff_services/${own?.id}`)}
                onSelect={() => setOpenId(service.id)}
              />
            </li>
          )
        })}
      </ul>
      {open && (
        <ChairServiceSheet staffId={staffId} service={open} own={ownOf(open.id)} onClose={() => setOpenId(null)} />
      )}
    </>
  )
}

function ownWords(service: Service, own: StaffService | undefined): string {
  if (own?.offered === false) return 'yapmaz'
  const differs = own && (own.minutes !== null || own.price !== null)
  return differs ? `${duration(own.minutes ?? service.minutes)} · ona göre` : duration(service.minutes)
}
