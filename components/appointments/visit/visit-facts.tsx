'use client'

import { wayWords } from '@/components/cash/words'
import { useShop } from '@/components/shop/shop-context'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'
import { SeriesPlace } from '../adding/series-place'
import { StatusMark } from '../day/status-mark'
import type { Agenda, AgendaItem } from '../day/use-agenda'
import { untilTime } from '../turkish-times'
import { besidesWords, otherName, standingOf } from '../words'

interface VisitFactsProps {
  item: AgendaItem
  parts: AgendaItem[]
  agenda: Agenda
  now: Instant
}

/** When, what, by whom, for how much, and how it stands. */
export function VisitFacts({ item, parts, agenda, now }: VisitFactsProps) {
  const { shop } = useShop()
  const { appointment, customer } = item
  const time = (instant: Instant) => formatTime(instant, shop.zone)
  const standing = standingOf(appointment, now)
  const other = otherName(appointment, customer)
  const several = agenda.chairs.length > 1
  const { note, statusReason, lapsesAt, customerConfirmedAt, seriesId } = appointment
  return (
    <div className="flex flex-col gap-1">
      <p className="text-name font-semibold">
        {time(parts[0]!.appointment.startsAt)}–{time(parts.at(-1)!.appointment.endsAt)}
      </p>
      {parts.length === 1 ? (
        <p>{[item.service?.name, formatMoney(appointment.price)].filter(Boolean).join(' · ')}</p>
      ) : (
        <Parts parts={parts} several={several} now={now} />
      )}
      <p className="text-ink-soft">
        {[formatDay(dayOf(appointment.startsAt, shop.zone)), several && parts.length === 1 && item.chair?.name]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {parts.length === 1 && besidesWords(appointment) && <p className="text-ink-soft">{besidesWords(appointment)}</p>}
      {seriesId && <SeriesPlace seriesId={seriesId} of={appointment} />}
      {other && customer && <p>“{other}” adıyla alındı.</p>}
      {note && <p className="whitespace-pre-line">{note}</p>}
      {standing !== 'confirmed' && (
        <p className="font-semibold">
          <StatusMark status={standing} />
          {lapsesAt && standing !== 'lapsed' && ` · ${untilTime(time(lapsesAt))} kadar tutuluyor`}
        </p>
      )}
      {standing === 'confirmed' && customerConfirmedAt && <p className="text-do">Müşteri geleceğini onayladı.</p>}
      {statusReason && <p>Nedeni: {statusReason}</p>}
      {(customer?.noShows ?? 0) > 0 && <p className="text-look">Daha önce {customer!.noShows} kez gelmedi.</p>}
      {parts.flatMap(part =>
        part.payments.map(({ transfer, way, signed }) => (
          <p key={transfer.id}>
            {way.kind === 'veresiye'
              ? `${formatMoney(signed)} veresiye yazıldı`
              : `${formatMoney(signed)} alındı · ${wayWords[way.kind]}`}
          </p>
        )),
      )}
    </div>
  )
}

/** The parts of a visit together, with their sum. */
function Parts({ parts, several, now }: { parts: AgendaItem[]; several: boolean; now: Instant }) {
  const { shop } = useShop()
  return (
    <table className="w-full">
      <tbody>
        {parts.map(({ appointment, service, chair }) => (
          <tr key={appointment.id} className="border-line border-b align-top">
            <td className="pr-2 font-semibold">{formatTime(appointment.startsAt, shop.zone)}</td>
            <td className="w-full">
              {[service?.name, several && chair?.name].filter(Boolean).join(' · ')}
              <span className="block text-ink-soft text-small">
                <StatusMark status={standingOf(appointment, now)} />
              </span>
            </td>
            <td className="whitespace-nowrap pl-2 text-right">{formatMoney(appointment.price)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>Toplam</td>
          <td className="whitespace-nowrap pl-2 text-right font-semibold">
            {formatMoney(parts.reduce((sum, part) => sum + part.appointment.price, 0))}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
