'use client'

import { useState } from 'react'
import { duration } from '@/components/appointments/words'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { Switch } from '@/components/ui/switch'
import type { Service, StaffService } from '@/lib/appointments/appointment'
import { setStaffService } from '@/lib/appointments/commands/set-staff-service'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney, parseMoney } from '@/lib/kernel/money'
import { isLength, lengthSentence, priceSentence } from '../services/service-fields'

interface ChairServiceSheetProps {
  staffId: Id
  service: Service
  own: StaffService | undefined
  onClose: () => void
}

/** Whether one chair does one service, and what is then different. An empty field is as the service says. */
export function ChairServiceSheet({ staffId, service, own, onClose }: ChairServiceSheetProps) {
  const send = useSend()
  const [offered, setOffered] = useState(own?.offered ?? true)
  const [minutes, setMinutes] = useState(own?.minutes?.toString() ?? '')
  const [price, setPrice] = useState(own && own.price !== null ? formatMoney(own.price).slice(1) : '')
  const [tried, setTried] = useState(false)

  const kurus = parseMoney(price)
  const noPrice = !kurus.ok && kurus.error === 'empty'
  const wrong = {
    minutes: minutes.trim() === '' || isLength(minutes) ? undefined : lengthSentence,
    price: noPrice || kurus.ok ? undefined : priceSentence,
  }

  const save = async () => {
    if (wrong.minutes || wrong.price) return setTried(true)
    onClose()
    await send(setStaffService, {
      id: own?.id ?? newId(),
      staffId,
      serviceId: service.id,
      offered,
      minutes: minutes.trim() === '' ? null : Number(minutes),
      price: kurus.ok ? kurus.value : null,
    })
  }
  return (
    <Sheet
      open
      title={service.name}
      onClose={onClose}
      footer={
        <div className="pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
        </div>
      }
    >
      <Switch label="Bu işi yapar" checked={offered} onChange={setOffered} />
      {offered && (
        <>
          <TextField
            label="Onda kaç dakika sürer?"
            hint={`Boş bırakırsanız ${duration(service.minutes)}.`}
            inputMode="numeric"
            value={minutes}
            error={tried ? wrong.minutes : undefined}
            onChange={event => setMinutes(event.target.value)}
          />
          <TextField
            label="Onda ücret (₺)"
            hint={`Boş bırakırsanız ${formatMoney(service.price)}.`}
            inputMode="decimal"
            value={price}
            error={tried ? wrong.price : undefined}
            onChange={event => setPrice(event.target.value)}
          />
        </>
      )}
    </Sheet>
  )
}
