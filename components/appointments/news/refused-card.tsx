'use client'

import { useState } from 'react'
import { rejectionSentences } from '@/components/shop/command-words'
import { later } from '@/components/shop/later'
import { useLive, useShop, useTold } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { holdsItsChair } from '@/lib/appointments/appointment'
import { rebook } from '@/lib/appointments/browser/rebook'
import type { RefusedAppointment } from '@/lib/appointments/browser/refused-appointments'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { alternatives, DAYS_AHEAD } from '@/lib/appointments/offers/alternatives'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import type { Customer } from '@/lib/customers/customer'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused } from '@/lib/sync/browser/outbox'
import { minutesOf, timeWords, whoComes } from '../words'

const TimeChooser = later(() => import('../adding/time-chooser').then(module => module.TimeChooser))

interface RefusedCardProps {
  refused: RefusedAppointment
  now: Instant
}

/** Somebody else was faster, or the book had changed: what was to be, and the ways out, each one tap. */
export function RefusedCard({ refused, now }: RefusedCardProps) {
  const { database, shop } = useShop()
  const { show } = useSnackbar()
  const told = useTold()
  const [choosing, setChoosing] = useState(false)
  const { wanted, reason, seq, visit } = refused
  const today = dayOf(now, shop.zone)
  const read = useLive(db => readAround(db, refused, today, shop.zone), [seq, today, shop.zone])
  if (!read) return null

  const dismiss = () => told(() => dismissRefused(database, seq))
  const [first] = wanted
  // An offer, or who sits down from the queue: both stand in their own list as they stood before.
  const isNew = visit.status === 'held' || visit.walkInId !== null
  if (!first || reason !== 'slot-taken' || isNew) {
    return (
      <Notice
        tone="look"
        title={`${read.name}: ${isNew ? 'bu saate alınamadı' : 'randevu değişikliği kaydedilmedi'}`}
        actions={<Button onClick={dismiss}>Tamam</Button>}
      >
        <p>{rejectionSentences[reason]}</p>
        {visit.walkInId && <p>Hâlâ sırada.</p>}
      </Notice>
    )
  }

  const take = async (parts: readonly OfferedPart[]) => {
    setChoosing(false)
    await told(() => rebook(database, refused, parts))
    show({ text: `${read.name}: ${timeWords(parts[0]!, today, shop.zone)}` })
  }
  const moving = refused.standing.map(({ id }) => id)
  const wished = wanted.map(part => ({
    serviceId: part.serviceId,
    staffId: part.staffId,
    keeps: { ...part, minutes: minutesOf(part) },
  }))
  const book = asBook(read.book, now, moving)
  const { stepMinutes } = read.book
  const offers = alternatives(book, { parts: wished, startsAt: first.startsAt, stepMinutes, limits: null })
  /** Named where it would be somebody else than was wanted. */
  const chairNames = (parts: readonly OfferedPart[]) => [
    ...new Set(
      parts
        .filter(({ staffId }, i) => staffId !== wanted[i]!.staffId)
        .map(({ staffId }) => read.book.staff.find(chair => chair.id === staffId)?.name),
    ),
  ]
  return (
    <Notice
      tone="look"
      title={headline(refused, read.name, timeWords(first, today, shop.zone), now)}
      actions={
        <>
          <div className="grid w-full grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-2">
            {offers.map(offer => (
              <Button key={offer.startsAt} full onClick={() => take(offer.parts)}>
                {[timeWords(offer, today, shop.zone), ...chairNames(offer.parts)].filter(Boolean).join(' · ')}
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
      <p>{standingSentence(refused, today, shop.zone, now) ?? 'Boş saatlerden birini seçin:'}</p>
      <Sheet open={choosing} title="Ne zaman?" onClose={() => setChoosing(false)}>
        <p className="-mb-2 font-semibold">{[read.name, read.what].filter(Boolean).join(' · ')}</p>
        <TimeChooser
          wished={wished}
          day={first.startsAt < now ? today : dayOf(first.startsAt, shop.zone)}
          movingIds={moving}
          onPick={take}
        />
      </Sheet>
    </Notice>
  )
}

const stands = ({ standing }: RefusedAppointment, now: Instant) =>
  standing.length > 0 && standing.every(one => holdsItsChair(one, now))

function headline(refused: RefusedAppointment, name: string, time: string, now: Instant): string {
  if (refused.standing.length === 0) return `${name} için ${time} dolu çıktı`
  return stands(refused, now) ? `${name} taşınamadı: ${time} dolu çıktı` : `${name} yeniden açılamadı: ${time} doldu`
}

function standingSentence(refused: RefusedAppointment, today: string, zone: string, now: Instant): string | null {
  if (!stands(refused, now)) return null
  return `Randevusu eski saatinde duruyor: ${timeWords(refused.standing[0]!, today, zone)}.`
}

async function readAround(
  db: ShopDatabase,
  { wanted, visit, standing }: RefusedAppointment,
  today: string,
  zone: string,
) {
  const wantedDay = wanted[0] ? dayOf(wanted[0].startsAt, zone) : today
  const customer = await mirror<Customer>(db, 'customers').get(visit.customerId ?? '')
  const book = await shopBook(db, wantedDay < today ? today : wantedDay, DAYS_AHEAD + 1, zone)
  const named = {
    customerId: visit.customerId,
    status: 'confirmed',
    bookedName: standing[0]?.bookedName ?? null,
  } as const
  return {
    name: wanted.length > 0 ? whoComes(named, customer) : 'Silinmiş randevu',
    what: wanted.map(part => book.services.find(({ id }) => id === part.serviceId)?.name).join(' + '),
    book,
  }
}
