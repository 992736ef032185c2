import { CALENDAR_TYPE, writeCalendar } from '@/lib/booking/calendar'
import { visitOfLink } from '@/lib/booking/server/visit-of-link'
import { standingParts, stateOf, type Visit } from '@/lib/booking/visit'
import { formatPhone } from '@/lib/kernel/phone-format'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import { nothingHere, orElse } from '../../../post'

/** Two hours before, so that who cannot come still says so in time. */
const REMIND_MINUTES = 120
const MINUTE = 60_000

/** The visit as a file for the customer's own calendar. The link is not in it: calendars are shown to others. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params
  const visit = await orElse<Visit | null>(
    () => visitOfLink(token),
    () => null,
  )
  if (!visit) return nothingHere()
  const now = toInstant(new Date())
  const state = stateOf(visit, now)
  if (state === 'choosing' || state === 'kept-no-longer') return nothingHere()
  return new Response(writeCalendar({ name: visit.shop.name, events: [eventOf(visit, state, now)] }), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': 'attachment; filename="randevu.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}

function eventOf(visit: Visit, state: ReturnType<typeof stateOf>, now: Instant) {
  const { shop } = visit
  const parts = standingParts(visit)
  const [first, last] = [parts[0]!, parts.at(-1)!]
  return {
    id: first.id,
    startsAt: first.startsAt,
    endsAt: last.endsAt,
    tentative: state !== 'confirmed' && state !== 'over',
    cancelled: state.startsWith('cancelled') || state === 'unanswered',
    title: `${shop.name}: ${parts.map(({ serviceId }) => visit.serviceNames[serviceId]).join(', ')}`,
    place: shop.address,
    text: shop.phone && `Telefon: ${formatPhone(shop.phone)}`,
    // Each file is newer than the one before. When the shop last touched the visit is not for whoever has the link (SPEC AP23).
    changedAt: now,
    revision: Math.floor(Date.parse(now) / MINUTE),
    remindMinutes: REMIND_MINUTES,
  }
}
