'use client'

import { useState } from 'react'
import { rejectionSentences } from '@/components/shop/command-words'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { alternatives, DAYS_AHEAD } from '@/lib/appointments/alternatives'
import { holdsItsChair, type Service } from '@/lib/appointments/appointment'
import { agendaOfDays } from '@/lib/appointments/browser/agenda'
import { everyChair, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { type RefusedAppointment, rebook } from '@/lib/appointments/browser/refused-appointments'
import type { Slot } from '@/lib/appointments/chair-time'
import type { Customer } from '@/lib/customers/customer'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused } from '@/lib/sync/browser/outbox'
import { TimeChooser } from './time-chooser'
import { timeWords, whoComes } from './words'

interface RefusedCardProps {
  refused: RefusedAppointment
  now: Instant
}

/** Somebody else was faster, or the book had changed: what was to be, and the ways out, each one tap. */
export function RefusedCard({ refused, now }: RefusedCardProps) {
  const { database, shop } = useShop()
  const { show } = useSnackbar()
  const [choosing, setChoosing] = useState(false)
  const { wanted, reason, seq } = refused
  const today = dayOf(now, shop.zone)
  const read = useLive(db => readAround(db, refused, today, shop.zone), [seq, today, shop.zone])
  if (!read) return null

  const dismiss = () => dismissRefused(database, seq)
  if (!wanted || reason !== 'slot-taken') {
    return (
      <Notice
        tone="look"
        title={`${read.name}: randevu değişikliği kaydedilmedi`}
        actions={<Button onClick={dismiss}>Tamam</Button>}
      >
        <p>{rejectionSentences[reason]}</p>
      </Notice>
    )
  }

  const take = async (slot: Slot) => {
    setChoosing(false)
    await rebook(database, refused, slot)
    show({ text: `${read.name}: ${timeWords(slot, today, shop.zone)}` })
  }
  const chairName = (slot: Slot) =>
    slot.staffId === wanted.staffId ? null : read.chairs.find(chair => chair.id === slot.staffId)?.name
  const chairs = read.chairs.map(chair => chair.id)
  const offers = alternatives({ ...read, wanted, chairs, zone: shop.zone, now })
  return (
    <Notice
      tone="look"
      title={headline(refused, read.name, timeWords(wanted, today, shop.zone))}
      actions={
        <>
          <div className="grid w-full grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-2">
            {offers.map(slot => (
              <Button key={slot.staffId + slot.startsAt} full onClick={() => take(slot)}>
                {[timeWords(slot, today, shop.zone), chairName(slot)].filter(Boolean).join(' · ')}
              </Button>
            ))}
          </div>
          <Button variant="quiet" onClick={() => setChoosing(true)}>
            Başka saat
          </Button>
          <Button variant="quiet" onClick={dismiss}>
            Vazgeç
          </Button>
        </>
      }
    >
      <p>{standingSentence(refused, today, shop.zone) ?? 'Boş saatlerden birini seçin:'}</p>
      <Sheet open={choosing} title="Ne zaman?" onClose={() => setChoosing(false)}>
        <p className="-mb-2 font-semibold">{[read.name, read.service?.name].filter(Boolean).join(' · ')}</p>
        <TimeChooser
          minutes={(Date.parse(wanted.endsAt) - Date.parse(wanted.startsAt)) / 60_000}
          day={wanted.startsAt < now ? today : dayOf(wanted.startsAt, shop.zone)}
          staffId={wanted.staffId}
          movingId={refused.standing?.id}
          onPick={take}
        />
      </Sheet>
    </Notice>
  )
}

function headline({ standing }: RefusedAppointment, name: string, time: string): string {
  if (!standing) return `${name} için ${time} dolu çıktı`
  return holdsItsChair(standing) ? `${name} taşınamadı: ${time} dolu çıktı` : `${name} yeniden açılamadı: ${time} doldu`
}

function standingSentence({ standing }: RefusedAppointment, today: string, zone: string): string | null {
  if (!standing || !holdsItsChair(standing)) return null
  return `Randevusu eski saatinde duruyor: ${timeWords(standing, today, zone)}.`
}

async function readAround(db: ShopDatabase, { wanted }: RefusedAppointment, today: string, zone: string) {
  const wantedDay = wanted ? dayOf(wanted.startsAt, zone) : today
  const customer = await mirror<Customer>(db, 'customers').get(wanted?.customerId ?? '')
  return {
    name: wanted ? whoComes(wanted, customer) : 'Silinmiş randevu',
    service: await mirror<Service>(db, 'services').get(wanted?.serviceId ?? ''),
    chairs: (await everyChair(db)).filter(chair => !chair.archivedAt),
    hours: await everyWorkingHours(db),
    appointments: await agendaOfDays(db, wantedDay < today ? today : wantedDay, DAYS_AHEAD + 1, zone),
  }
}
