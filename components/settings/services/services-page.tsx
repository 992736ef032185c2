'use client'

import { useState } from 'react'
import { duration } from '@/components/appointments/words'
import { useLive, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import type { Service } from '@/lib/appointments/appointment'
import { everyService } from '@/lib/appointments/browser/chairs'
import { formatMoney } from '@/lib/kernel/money'
import { ServiceSheet } from './service-sheet'
import { ServicesInOrder } from './services-in-order'

/** What the shop does, for how long and for how much. */
export function ServicesPage() {
  const every = useLive(everyService)
  const unconfirmed = useUnconfirmed()
  const [open, setOpen] = useState<Service | 'new' | null>(null)
  const [ordering, setOrdering] = useState(false)
  const services = every?.filter(service => !service.archivedAt)
  if (!every || !services) return null
  if (ordering) return <ServicesInOrder services={services} onDone={() => setOrdering(false)} />

  const nextPosition = Math.max(0, ...every.map(service => service.position)) + 1
  return (
    <>
      {services.length === 0 && <EmptyState text="Ne yaptığınızı yazın; randevu verirken bir dokunuşla seçersiniz." />}
      <ul className="-mx-gutter">
        {services.map(service => (
          <li key={service.id}>
            <ListRow
              title={service.name}
              detail={detailOf(service)}
              value={formatMoney(service.price)}
              pending={unconfirmed.has(`services/${service.id}`)}
              onSelect={() => setOpen(service)}
            />
          </li>
        ))}
      </ul>
      <Button variant="do" full icon={<AddIcon />} onClick={() => setOpen('new')}>
        Hizmet ekle
      </Button>
      {services.length > 1 && (
        <Button variant="quiet" full onClick={() => setOrdering(true)}>
          Sırayı değiştir
        </Button>
      )}
      {open && (
        <ServiceSheet
          service={open === 'new' ? null : open}
          position={open === 'new' ? nextPosition : open.position}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const detailOf = ({ minutes, online }: Service) =>
  online ? duration(minutes) : `${duration(minutes)} · internette yok`
