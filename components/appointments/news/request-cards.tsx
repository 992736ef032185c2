'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { OpenIcon, WaitingIcon, WarningIcon } from '@/components/ui/icons'
import type { BookingRules } from '@/lib/appointments/appointment'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatTime, type Instant } from '@/lib/kernel/zone'
import type { AgendaItem } from '../day/use-agenda'
import { untilTime } from '../turkish-times'
import { whenWords } from '../visit/history'
import { useActs } from '../visit/use-acts'
import { duration, minutesOf } from '../words'
import { useRequests } from './use-requests'

const CancelSheet = later(() => import('../visit/cancel-sheet').then(module => module.CancelSheet))

interface RequestCardsProps {
  now: Instant
  onOpen: (item: AgendaItem) => void
}

/** The onay merkezi: what customers asked for, each with a yes that is one tap. */
export function RequestCards({ now, onOpen }: RequestCardsProps) {
  const requests = useRequests(now)
  const [refusing, setRefusing] = useState<AgendaItem[] | null>(null)
  if (!requests || (requests.visits.length === 0 && !refusing)) return null
  return (
    <details open className="group">
      <summary className="flex min-h-target cursor-pointer list-none items-center gap-2 font-semibold text-look">
        <WaitingIcon className="size-5" />
        {requests.visits.length} onay bekliyor
        <OpenIcon className="ml-auto size-5 group-open:rotate-180" />
      </summary>
      <ul className="grid gap-2 md:grid-cols-2 xl:grid-cols-3">
        {requests.visits.map(parts => (
          <li key={parts[0]!.appointment.id}>
            <RequestCard
              parts={parts}
              rules={requests.rules}
              namesChair={requests.severalChairs}
              now={now}
              onOpen={() => onOpen(parts[0]!)}
              onRefuse={() => setRefusing(parts)}
            />
          </li>
        ))}
      </ul>
      {refusing && (
        <CancelSheet
          parts={refusing.map(({ appointment }) => appointment)}
          name={refusing[0]!.name}
          customer={refusing[0]!.customer}
          now={now}
          turningDown
          onClose={() => setRefusing(null)}
        />
      )}
    </details>
  )
}

interface RequestCardProps {
  parts: AgendaItem[]
  rules: BookingRules | null
  namesChair: boolean
  now: Instant
  onOpen: () => void
  onRefuse: () => void
}

function RequestCard({ parts, rules, namesChair, now, onOpen, onRefuse }: RequestCardProps) {
  const { shop } = useShop()
  const { agree } = useActs()
  const [{ appointment, name, customer }] = parts as [AgendaItem]
  const chairs = [...new Set(parts.map(({ chair }) => chair?.name))].join(', ')
  const minutes = parts.reduce((sum, part) => sum + minutesOf(part.appointment), 0)
  const price = parts.reduce((sum, part) => sum + part.appointment.price, 0)
  const what = [
    parts.map(({ service }) => service?.name).join(' + '),
    duration(minutes),
    namesChair && chairs,
    formatMoney(price),
  ]
  const { lapsesAt, note } = appointment
  return (
    <section
      aria-label={`Onay bekliyor: ${name}`}
      className="flex flex-col gap-2 rounded-control border border-look bg-look-soft p-3"
    >
      <button type="button" onClick={onOpen} className="text-left">
        <span className="block text-name font-semibold wrap-anywhere">
          {whenWords(appointment.startsAt, { zone: shop.zone, now })}
        </span>
        <span className="block text-name wrap-anywhere">{name}</span>
        <span className="block">{what.filter(Boolean).join(' · ')}</span>
        {note && <span className="block whitespace-pre-line wrap-anywhere">“{note}”</span>}
        <NoShows customer={customer} rules={rules} />
        {lapsesAt && (
          <span className="block text-ink-soft">
            {dayOf(lapsesAt, shop.zone) === dayOf(now, shop.zone)
              ? untilTime(formatTime(lapsesAt, shop.zone))
              : untilTime(whenWords(lapsesAt, { zone: shop.zone, now }))}{' '}
            kadar tutuluyor
          </span>
        )}
        {!lapsesAt && (
          <span className="block text-ink-soft">
            Müşteri bunu onaylı görüyor, saat siz yanıtlayana kadar onun. Olmayacaksa arayıp söyleyin.
          </span>
        )}
      </button>
      <div className="grid grid-cols-2 gap-2">
        <Button onClick={onRefuse}>Reddet</Button>
        <Button
          variant="do"
          onClick={() =>
            agree(
              parts.map(part => part.appointment),
              customer,
            )
          }
        >
          Onayla
        </Button>
      </div>
    </section>
  )
}

/** Whoever did not come as often as the shop's limit is looked at before he is booked again (SPEC AP18). */
function NoShows({ customer, rules }: Pick<AgendaItem, 'customer'> & { rules: BookingRules | null }) {
  if (!customer || customer.noShows === 0) return null
  const tooOften = rules?.noShowLimit !== null && customer.noShows >= (rules?.noShowLimit ?? Number.POSITIVE_INFINITY)
  const advice = tooOften && rules?.noShowRule === 'kapora' ? ' — kapora isteyin' : ''
  return (
    <span className="flex gap-1.5 font-semibold text-look">
      {tooOften && <WarningIcon className="mt-0.5 size-5 shrink-0" />}
      Daha önce {customer.noShows} kez gelmedi{advice}
    </span>
  )
}
