'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { TextField } from '@/components/ui/field'
import { ListRow } from '@/components/ui/list-row'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { asBook, servingStaff, shopBook } from '@/lib/appointments/browser/shop-book'
import { whoServes } from '@/lib/appointments/offers/who-serves'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { duration } from '../words'
import { useQueueActs } from './use-queue-acts'

const ANYBODY = ''

interface QueueSheetProps {
  onClose: () => void
}

/** Somebody walked in: what he wants is the one tap that matters; his name and by whom only where it does. */
export function QueueSheet({ onClose }: QueueSheetProps) {
  const { shop } = useShop()
  const { add } = useQueueActs()
  const [name, setName] = useState('')
  const [staffId, setStaffId] = useState<Id | ''>(ANYBODY)
  const now = toInstant(new Date())
  const today = dayOf(now, shop.zone)
  const read = useLive(db => shopBook(db, today, 1, shop.zone), [today, shop.zone])
  if (!read) return null

  const chairs = servingStaff(read)
  const rows = read.services
    .filter(service => !service.archivedAt)
    .flatMap(service => {
      const [serving] = whoServes(asBook(read, now), { serviceId: service.id, staffId: staffId || null })
      return serving ? { service, serving } : []
    })
  return (
    <Sheet open title="Sıraya ekle" onClose={onClose}>
      <TextField
        label="Adı (isterseniz)"
        autoComplete="off"
        autoCapitalize="words"
        maxLength={80}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      {chairs.length > 1 && (
        <Segmented
          label="Kimi bekliyor?"
          choices={[
            { value: ANYBODY, label: 'Fark etmez' },
            ...chairs.map(one => ({ value: one.id, label: one.name })),
          ]}
          value={staffId}
          onChange={setStaffId}
        />
      )}
      <ul className="-mx-gutter border-line border-t">
        {rows.map(({ service, serving }) => (
          <li key={service.id}>
            <ListRow
              title={service.name}
              detail={duration(serving.minutes)}
              value={formatMoney(serving.price)}
              onSelect={() => {
                onClose() // first: a second tap finds nothing to add
                return add({
                  customerId: null,
                  name: name.trim() || null,
                  serviceId: service.id,
                  staffId: staffId || null,
                })
              }}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
