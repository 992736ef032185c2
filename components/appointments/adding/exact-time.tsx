'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import type { WishedPart } from '@/lib/appointments/offers/who-serves'
import { type Day, formatTime, type Instant, instantAt } from '@/lib/kernel/zone'
import { holderAt, planAt } from './plan-at'

interface ExactTimeProps {
  planning: Parameters<typeof planAt>[0]
  wished: readonly WishedPart[]
  day: Day
  onPick: (parts: OfferedPart[]) => void
}

/** Any time written out: outside hours too, and past, but never twice (SPEC AP11). */
export function ExactTime({ planning, wished, day, onPick }: ExactTimeProps) {
  const { zone, now } = planning.book
  const [time, setTime] = useState('')
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const startsAt = time === '' ? null : instantAt(day, hour * 60 + minute, zone)
  const plan = startsAt === null ? null : planAt(planning, wished, startsAt)

  const whyNot = (startsAt: Instant) => {
    const holder = holderAt(planning, wished, startsAt)
    if (!holder) return 'Bu saatte sığmıyor: arkasından başka randevu var.'
    return `Dolu: ${formatTime(holder.startsAt, zone)}–${formatTime(holder.endsAt, zone)} arası başka randevu var.`
  }
  const remark = () => {
    if (startsAt === null || !plan) return null
    if (!plan.ok) return plan.error === 'nobody' ? 'Bunu yapan kimse yok.' : whyNot(startsAt)
    if (startsAt < now) return 'Bu saat geçti; yine de yazabilirsiniz.'
    return plan.value.outsideHours ? 'Çalışma saatleri dışında.' : null
  }
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={event => {
        event.preventDefault()
        if (plan?.ok) onPick(plan.value.parts)
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-28">
          <TextField type="time" label="Tam saat" value={time} onChange={event => setTime(event.target.value)} />
        </div>
        <Button type="submit" variant="do" disabled={!plan?.ok}>
          Bu saate yaz
        </Button>
      </div>
      <p role="status" className={plan?.ok ? 'text-ink-soft' : 'text-look'}>
        {remark()}
      </p>
    </form>
  )
}
