import { standingParts, type Visit } from '@/lib/booking/visit'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { priceWords } from './words'

interface VisitLinesProps {
  visit: Visit
  /** What the customer called himself. */
  name?: string | null
  /** Nothing to come to any more: it must not look as if, not even at a glance. */
  gone?: boolean
}

/** When, what, with whom, for how much. */
export function VisitLines({ visit, name, gone = false }: VisitLinesProps) {
  const { zone } = visit.shop
  const parts = standingParts(visit)
  const [first, last] = [parts[0]!, parts.at(-1)!]
  const price = priceWords(parts.reduce((sum, part) => sum + part.price, 0))
  return (
    <div
      className={`flex flex-col gap-2 rounded-control border border-line border-l-4 bg-card px-gutter py-3 ${gone ? 'border-l-edge' : 'border-l-do'}`}
    >
      <p className={`text-name font-semibold ${gone ? 'text-ink-soft line-through' : ''}`}>
        {formatDay(dayOf(first.startsAt, zone))}
        <span className="block text-number leading-tight">
          <time dateTime={first.startsAt}>{formatTime(first.startsAt, zone)}</time>
          <span className="text-body font-normal text-ink-soft"> – {formatTime(last.endsAt, zone)}</span>
        </span>
      </p>
      <ul>
        {parts.map(({ id, serviceId, staffId, startsAt }) => (
          <li key={id}>
            {parts.length > 1 && `${formatTime(startsAt, zone)} `}
            {visit.serviceNames[serviceId]} <span className="text-ink-soft">· {visit.staffNames[staffId]}</span>
          </li>
        ))}
      </ul>
      {price && <p className="text-ink-soft">{price}</p>}
      {name && <p className="text-ink-soft">Adınıza: {name}</p>}
    </div>
  )
}
