import type { Appointment } from '@/lib/appointments/appointment'
import type { WishedPart } from '@/lib/appointments/offers/who-serves'
import type { Id } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import type { ShopBook } from './shop-book'

export type VisitPart = Pick<
  Appointment,
  | 'id'
  | 'staffId'
  | 'serviceId'
  | 'startsAt'
  | 'endsAt'
  | 'prepareMinutes'
  | 'cleanMinutes'
  | 'price'
  | 'status'
  | 'statusActor'
  | 'lapsesAt'
  | 'customerId'
> & {
  /** The customer said that he will come. */
  confirmedAt: Instant | null
  /** What he called himself when he booked, sealed. */
  bookedName: string | null
}

/** What stands behind a customer's link: the visit, and its shop. */
export interface Visit extends ShopBook {
  linkedAt: Instant
  /** In their order; never none. */
  parts: VisitPart[]
  /** By id, of what is archived too. */
  serviceNames: Record<Id, string>
  staffNames: Record<Id, string>
}

/**
 * How a visit stands, to its customer. `choosing`: kept while he writes his name; `kept-no-longer`: he took too long, and may
 * still have it if it is free; `offered`: the shop keeps it for him until he says yes; `unanswered`: the request or offer ran out;
 * `over`: it has begun.
 */
export type VisitState =
  | 'choosing'
  | 'kept-no-longer'
  | 'offered'
  | 'requested'
  | 'confirmed'
  | 'over'
  | 'cancelled-by-shop'
  | 'cancelled-by-customer'
  | 'unanswered'

const OPEN: readonly Appointment['status'][] = ['held', 'requested', 'confirmed']

/** The parts that are still to come; when there are none, all of them. */
export function standingParts({ parts }: Pick<Visit, 'parts'>): VisitPart[] {
  const open = parts.filter(({ status }) => OPEN.includes(status))
  return open.length > 0 ? open : parts
}

export function stateOf(visit: Pick<Visit, 'parts'>, now: Instant): VisitState {
  const [first] = standingParts(visit) as [VisitPart]
  const begun = first.startsAt <= now
  switch (first.status) {
    case 'held':
      if (begun) return first.customerId ? 'unanswered' : 'over'
      return first.customerId ? 'offered' : 'choosing'
    case 'requested':
      return begun ? 'unanswered' : 'requested'
    case 'confirmed':
      return begun ? 'over' : 'confirmed'
    case 'cancelled':
      return first.statusActor === 'customer' ? 'cancelled-by-customer' : 'cancelled-by-shop'
    case 'lapsed':
      if (first.customerId) return 'unanswered'
      return begun ? 'over' : 'kept-no-longer'
    default:
      return 'over'
  }
}

/** Until when the customer may cancel and move by himself (SPEC AP17); null: as long as it is open. */
export function changeableUntil(visit: Pick<Visit, 'parts' | 'rules'>): Instant | null {
  const [first] = standingParts(visit) as [VisitPart]
  return first.status === 'confirmed' ? addMinutes(first.startsAt, -visit.rules.cancelNoticeMinutes) : null
}

/** Whether he may now. */
export function isChangeable(visit: Pick<Visit, 'parts' | 'rules'>, now: Instant): boolean {
  const until = changeableUntil(visit)
  return until === null || now <= until
}

const MINUTE = 60_000

/** The same visit, wished for at another time: what was agreed on stays, whatever the service has become since. `staffId` null: by whoever can. */
export function wishedAgain(visit: Pick<Visit, 'parts'>, byAnybody: boolean): WishedPart[] {
  return standingParts(visit).map(({ serviceId, staffId, startsAt, endsAt, price, prepareMinutes, cleanMinutes }) => ({
    serviceId,
    staffId: byAnybody ? null : staffId,
    keeps: { minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE, price, prepareMinutes, cleanMinutes },
  }))
}
