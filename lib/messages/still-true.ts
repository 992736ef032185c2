import { type Appointment, holdsItsChair } from '@/lib/appointments/appointment'
import type { Instant } from '@/lib/kernel/zone'
import type { Kind, Message } from './message'

/** What a visit must be for a message to be true of it. */
const wanted: Partial<Record<Kind, readonly Appointment['status'][]>> = {
  'request-received': ['requested'],
  confirmation: ['confirmed'],
  'reminder-day': ['confirmed'],
  'reminder-hours': ['confirmed'],
  moved: ['requested', 'confirmed'],
  'slot-offer': ['held'],
  'too-late': ['confirmed'],
}

/**
 * Whether a message still says what is so, as far as a phone can tell with no network (SPEC ME5): the database looks by the same rule
 * (`private.why_not`) when it is its turn.
 *
 * @param parts the visit's parts, or the one appointment; none for what is about no visit
 */
export function stillTrue(
  { kind, aboutAt, expiresAt, appointmentId }: Pick<Message, 'kind' | 'aboutAt' | 'expiresAt' | 'appointmentId'>,
  parts: readonly Pick<Appointment, 'startsAt' | 'status' | 'lapsesAt'>[],
  now: Instant,
): boolean {
  if (now >= expiresAt) return false
  if (!appointmentId) return true
  const [first] = parts.filter(one => holdsItsChair(one, now)).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  if (kind === 'cancelled' || kind === 'declined') return parts.length > 0 && !first
  return first !== undefined && first.startsAt === aboutAt && (wanted[kind]?.includes(standsAs(first)) ?? false)
}

/** As its customer sees it: a request that does not lapse is an agreed visit to him (lib/appointments/SPEC.md AP23). */
const standsAs = ({ status, lapsesAt }: Pick<Appointment, 'status' | 'lapsesAt'>): Appointment['status'] =>
  status === 'requested' && lapsesAt === null ? 'confirmed' : status
