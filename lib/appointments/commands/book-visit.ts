import * as z from 'zod/mini'
import { id, instant, optionalWords, price } from '@/lib/kernel/fields'
import type { Instant } from '@/lib/kernel/zone'
import { defineCommand, type Patch } from '@/lib/sync/command'
import type { Appointment } from '../appointment'
import { lastsAtMostHalfADay } from './served-time'

const minutes = z.int().check(z.minimum(0), z.maximum(120))

const part = z
  .object({
    id,
    staffId: id,
    serviceId: id,
    startsAt: instant,
    endsAt: instant,
    prepareMinutes: minutes,
    cleanMinutes: minutes,
    price,
    note: optionalWords(2000),
  })
  .check(lastsAtMostHalfADay)

const args = z.object({
  /** Of a visit of several parts. */
  visitId: z.nullable(id),
  seriesId: z.nullable(id),
  customerId: z.nullable(id),
  /** `arrived`: he sits down now. `held`: offered to somebody who waits, until `lapsesAt`. */
  status: z.enum(['confirmed', 'arrived', 'held']),
  lapsesAt: z.nullable(instant),
  waitingId: z.nullable(id),
  /** Whose turn in the queue it is. */
  walkInId: z.nullable(id),
  parts: z.array(part).check(z.minLength(1), z.maxLength(10)),
})
export type Visit = z.infer<typeof args>

/** Writes the parts of a visit into the book, all or none (SPEC AP13). */
export const bookVisit = defineCommand<Visit>({
  name: 'appointments.book@2',
  args,
  personal: { table: 'appointments', records: ({ parts }) => parts },
  patches: ({ parts, walkInId, ...visit }, { eventAt }) => [
    ...parts.map(
      (part): Patch => ({ table: 'appointments', id: part.id, put: asBooked({ ...visit, ...part }, eventAt) }),
    ),
    ...(walkInId ? [{ table: 'walk_ins' as const, id: walkInId, set: { appointmentId: parts[0]!.id } }] : []),
  ],
})

/** The row as it will stand. */
export const asBooked = (
  booking: Omit<
    Appointment,
    'statusAt' | 'statusActor' | 'statusReason' | 'customerConfirmedAt' | 'bookedName' | 'createdAt'
  >,
  eventAt: Instant,
): Appointment => ({
  ...booking,
  statusAt: eventAt,
  statusActor: 'member',
  statusReason: null,
  customerConfirmedAt: null,
  bookedName: null,
  createdAt: eventAt,
})
