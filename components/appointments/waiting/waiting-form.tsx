'use client'

import { type FormEvent, useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { RadioGroup, SelectField, TextField } from '@/components/ui/field'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { type WishedPart, whoServes } from '@/lib/appointments/offers/who-serves'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, dayOf, toInstant } from '@/lib/kernel/zone'
import { useWaitingActs } from './use-waiting-acts'
import { type PartOfDay, partsOfDay } from './waiting-words'

/** How long somebody waits unless told otherwise. */
const USUAL_DAYS = 7

interface WaitingFormProps {
  customerId: Id
  /** What for, where that is known already. */
  wish?: WishedPart
  /** From which day on. */
  day: Day
  onDone: () => void
}

/** He would come earlier if a chair were free: for what, by whom, between which days, at which time of the day. */
export function WaitingForm({ customerId, wish, day, onDone }: WaitingFormProps) {
  const { shop } = useShop()
  const { wait } = useWaitingActs()
  const now = toInstant(new Date())
  const today = dayOf(now, shop.zone)
  const [serviceId, setServiceId] = useState(wish?.serviceId ?? '')
  const [staffId, setStaffId] = useState(wish?.staffId ?? '')
  const [fromDay, setFromDay] = useState(day < today ? today : day)
  const [toDay, setToDay] = useState(addDays(day < today ? today : day, USUAL_DAYS))
  const [part, setPart] = useState<PartOfDay>('any')
  const read = useLive(db => shopBook(db, today, 1, shop.zone), [today, shop.zone])
  if (!read) return null

  const services = read.services.filter(service => !service.archivedAt)
  const able = whoServes(asBook(read, now), { serviceId, staffId: null })
  const ready = serviceId !== '' && fromDay !== '' && fromDay <= toDay
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    onDone() // first: a second tap finds nothing to save
    const { fromMinute, toMinute } = partsOfDay[part]
    const staff = able.some(serving => serving.staffId === staffId) ? staffId : null
    return wait({ customerId, serviceId, staffId: staff, fromDay, toDay, fromMinute, toMinute })
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={save}>
      {!wish && (
        <SelectField label="Hizmet" value={serviceId} onChange={event => setServiceId(event.target.value)}>
          <option value="" disabled>
            Seçin
          </option>
          {services.map(service => (
            <option key={service.id} value={service.id}>
              {service.name}
            </option>
          ))}
        </SelectField>
      )}
      {able.length > 1 && (
        <SelectField label="Kim yapsın?" value={staffId} onChange={event => setStaffId(event.target.value)}>
          <option value="">Fark etmez</option>
          {able.map(serving => (
            <option key={serving.staffId} value={serving.staffId}>
              {read.staff.find(chair => chair.id === serving.staffId)?.name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="flex flex-wrap gap-3 *:min-w-0 *:flex-1 *:basis-32">
        <TextField type="date" label="İlk gün" min={today} value={fromDay} onChange={e => setFromDay(e.target.value)} />
        <TextField
          type="date"
          label="Son gün"
          min={fromDay}
          value={toDay}
          error={toDay < fromDay ? 'İlk günden önce olamaz.' : undefined}
          onChange={e => setToDay(e.target.value)}
        />
      </div>
      <RadioGroup
        label="Günün hangi saati?"
        choices={Object.entries(partsOfDay).map(([value, { label }]) => ({ value: value as PartOfDay, label }))}
        value={part}
        onChange={setPart}
      />
      <Button type="submit" variant="do" full disabled={!ready}>
        Beklemeye yaz
      </Button>
    </form>
  )
}
