'use client'

import { useState } from 'react'
import { CustomerPicker } from '@/components/customers/customer-picker'
import { ShopLink } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { BackIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { Sheet } from '@/components/ui/sheet'
import type { Service } from '@/lib/appointments/appointment'
import { appointmentsBetween } from '@/lib/appointments/browser/agenda'
import { everyService, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { inTheWay, isWithinHours, type Slot } from '@/lib/appointments/chair-time'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { addMinutes, type Day, dayOf, toInstant } from '@/lib/kernel/zone'
import { TimeChooser } from './time-chooser'
import { useActs } from './use-acts'
import { duration, timeWords } from './words'

interface BookSheetProps {
  day: Day
  staffId: Id | null
  /** The free time that was tapped, if one was: then the time is known. */
  gap?: Slot
  onClose: () => void
}

/** Who, what, and when unless that is known: each answer is one tap, and the last one saves. */
export function BookSheet({ day, staffId, gap, onClose }: BookSheetProps) {
  const { shop } = useShop()
  const acts = useActs()
  const [who, setWho] = useState<{ id: Id | null; name: string } | null>(null)
  const [service, setService] = useState<Service | null>(null)

  const save = (slot: Slot, chosen: Service) => {
    onClose() // first: a second tap finds nothing to save
    return acts.book(slot, who!.id, chosen)
  }

  const today = dayOf(toInstant(new Date()), shop.zone)
  // A gap in which the service does not fit says nothing about when.
  const time = gap && !service ? timeWords(gap, today, shop.zone) : null
  const chosen = [who?.name, service && `${service.name} · ${duration(service.minutes)}`, time]
  const step = !who ? 'Kim geliyor?' : !service ? 'Ne yapılacak?' : 'Ne zaman?'
  return (
    <Sheet open title={step} onClose={onClose}>
      {(who || gap) && (
        <div className="-my-2 flex items-center">
          {who && (
            <span className="-ml-4">
              <Button variant="quiet" icon={<BackIcon />} onClick={() => (service ? setService(null) : setWho(null))}>
                Geri
              </Button>
            </span>
          )}
          <p className="min-w-0 flex-1 py-2 font-semibold" role="status">
            {chosen.filter(Boolean).join(' · ')}
          </p>
        </div>
      )}
      {!who && <CustomerPicker onPick={(id, name) => setWho({ id, name })} />}
      {who && !service && (
        <ServiceChooser gap={gap} onPick={(picked, slot) => (slot ? save(slot, picked) : setService(picked))} />
      )}
      {who && service && (
        <>
          {gap && <p>Bu boşluğa sığmıyor; başka bir saat seçin.</p>}
          <TimeChooser minutes={service.minutes} day={day} staffId={staffId} onPick={slot => save(slot, service)} />
        </>
      )}
    </Sheet>
  )
}

interface ServiceChooserProps {
  gap?: Slot
  /** With the slot when the time is known and the service fits there. */
  onPick: (service: Service, slot?: Slot) => void
}

function ServiceChooser({ gap, onPick }: ServiceChooserProps) {
  const { shop } = useShop()
  const read = useLive(
    async database => ({
      services: (await everyService(database)).filter(service => !service.archivedAt),
      hours: await everyWorkingHours(database),
      appointments: gap ? await appointmentsBetween(database, gap.startsAt, addMinutes(gap.startsAt, 12 * 60)) : [],
    }),
    [gap],
  )
  if (!read) return null

  const slotOf = ({ minutes }: Service) => gap && { ...gap, endsAt: addMinutes(gap.startsAt, minutes) }
  const remark = (slot: Slot | undefined) => {
    if (!slot) return null
    if (inTheWay(read.appointments, slot)) return 'bu boşluğa sığmıyor'
    return isWithinHours(read.hours, slot, shop.zone) ? null : 'çalışma saatini aşar'
  }
  if (read.services.length === 0) {
    return (
      <p>
        Önce bir hizmet ekleyin:{' '}
        <ShopLink href="/ayarlar/hizmetler" className="text-do underline">
          Ayarlar › Hizmetler
        </ShopLink>
      </p>
    )
  }
  return (
    <ul className="-mx-gutter">
      {read.services.map(service => {
        const slot = slotOf(service)
        const fits = slot && !inTheWay(read.appointments, slot)
        return (
          <li key={service.id}>
            <ListRow
              title={service.name}
              detail={[duration(service.minutes), remark(slot)].filter(Boolean).join(' · ')}
              value={formatMoney(service.price)}
              onSelect={() => onPick(service, fits ? slot : undefined)}
            />
          </li>
        )
      })}
    </ul>
  )
}
