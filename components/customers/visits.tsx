'use client'

import { useState } from 'react'
import { StatusMark } from '@/components/appointments/day/status-mark'
import { standingOf } from '@/components/appointments/words'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { ListRow } from '@/components/ui/list-row'
import { type Appointment, holdsItsChair } from '@/lib/appointments/appointment'
import { everyService } from '@/lib/appointments/browser/chairs'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime, toInstant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'

/** Before "Hepsini göster". */
const SHOWN = 5

/** When he comes next, and the visits the phone remembers. */
export function Visits({ customerId }: { customerId: Id }) {
  const { shop } = useShop()
  const visits = useLive(database => visitsOf(database, customerId), [customerId])
  const [all, setAll] = useState(false)
  if (!visits) return null
  const { next, past, services } = visits
  const now = toInstant(new Date())
  const serviceOf = (appointment: Appointment) => services.get(appointment.serviceId) ?? 'Hizmet'
  const dayAndTime = ({ startsAt }: Appointment) =>
    `${formatDay(dayOf(startsAt, shop.zone))} ${formatTime(startsAt, shop.zone)}`

  return (
    <>
      {next && (
        <section className="flex flex-col gap-1">
          <h3 className="font-semibold text-ink-soft">Sıradaki randevu</h3>
          <p className="text-name font-semibold">{dayAndTime(next)}</p>
          <p>
            {serviceOf(next)} · {formatMoney(next.price)} <StatusMark status={standingOf(next, now)} />
          </p>
        </section>
      )}
      <section className="flex flex-col gap-1">
        <h3 className="font-semibold text-ink-soft">Son ziyaretler</h3>
        {past.length === 0 && <p>Son bir ayda gelmedi.</p>}
        <ul className="-mx-gutter">
          {past.slice(0, all ? undefined : SHOWN).map(visit => (
            <li key={visit.id}>
              <ListRow
                title={serviceOf(visit)}
                detail={dayAndTime(visit)}
                value={formatMoney(visit.price)}
                valueDetail={<StatusMark status={standingOf(visit, now)} />}
              />
            </li>
          ))}
        </ul>
        {!all && past.length > SHOWN && (
          <span className="-ml-gutter">
            <Button variant="quiet" onClick={() => setAll(true)}>
              Hepsini göster ({past.length})
            </Button>
          </span>
        )}
      </section>
    </>
  )
}

async function visitsOf(database: ShopDatabase, customerId: Id) {
  const now = toInstant(new Date())
  const appointments = await mirror<Appointment>(database, 'appointments')
    .where('customerId')
    .equals(customerId)
    .sortBy('startsAt')
  const services = await everyService(database)
  return {
    next: appointments.find(appointment => appointment.startsAt > now && holdsItsChair(appointment, now)),
    past: appointments.filter(appointment => appointment.startsAt <= now).reverse(),
    services: new Map(services.map(({ id, name }) => [id, name])),
  }
}
