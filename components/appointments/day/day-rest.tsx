'use client'

import { nameOf } from '@/components/customers/names'
import { navigate } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { CloseIcon, CustomersIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import type { Service } from '@/lib/appointments/appointment'
import { whoWaits } from '@/lib/appointments/browser/waiting'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { wishWords } from '../waiting/waiting-words'
import { standingOf } from '../words'
import { AppointmentRow } from './appointment-row'
import { FoldedRows } from './folded-rows'
import type { Agenda } from './use-agenda'

interface DayRestProps {
  agenda: Agenda
  chairs: readonly Id[]
  now: Instant
  onOpen: (id: Id) => void
}

/** What is no longer in the day, and who is not in it yet: for who looks for them. */
export function DayRest({ agenda, chairs, now, onOpen }: DayRestProps) {
  const gone = agenda.book.appointments.filter(one => {
    const standing = standingOf(one, now)
    // A time that somebody kept and never put his name to was nobody's appointment.
    const isGone = standing === 'cancelled' || (standing === 'lapsed' && one.customerId !== null)
    return isGone && chairs.includes(one.staffId)
  })
  return (
    <>
      {gone.length > 0 && (
        <FoldedRows icon={<CloseIcon className="size-5" />} label={`İptal edilen ${gone.length} randevu`}>
          {gone.map(({ id }) => (
            <li key={id}>
              <AppointmentRow item={agenda.items.get(id)!} now={now} onOpen={onOpen} />
            </li>
          ))}
        </FoldedRows>
      )}
      <WhoWaits now={now} />
    </>
  )
}

function WhoWaits({ now }: { now: Instant }) {
  const { shop } = useShop()
  const today = dayOf(now, shop.zone)
  const waiting = useLive(
    async db => {
      const wishes = await whoWaits(db, today)
      const customers = await mirror<Customer>(db, 'customers').bulkGet(wishes.map(one => one.customerId))
      const services = await mirror<Service>(db, 'services').bulkGet(wishes.map(one => one.serviceId))
      return wishes.map((wish, i) => ({ wish, customer: customers[i], service: services[i] }))
    },
    [today],
  )
  if (!waiting || waiting.length === 0) return null
  return (
    <FoldedRows icon={<CustomersIcon className="size-5" />} label={`Bekleme listesinde ${waiting.length} kişi`}>
      {waiting.map(({ wish, customer, service }) => (
        <li key={wish.id}>
          <ListRow
            title={customer ? nameOf(customer) : 'Silinmiş müşteri'}
            detail={[service?.name, wishWords(wish)].filter(Boolean).join(' · ')}
            onSelect={() => navigate(`/musteriler/${wish.customerId}`)}
          />
        </li>
      ))}
    </FoldedRows>
  )
}
