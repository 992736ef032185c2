import * as z from 'zod/mini'
import { id, instant, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import type { Appointment } from '../appointment'
import { waitingAgain } from './wait-again'

const args = z.object({
  id,
  status: z.enum(['held', 'requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled']),
  /** Why it was cancelled, in the shop's own words. */
  statusReason: z.optional(optionalWords(200)),
  /** With `held` and `requested`: until when it held its chair, and does again. */
  lapsesAt: z.optional(z.nullable(instant)),
})

/**
 * Ends an appointment, agrees to a request, or (with `confirmed`) opens it again: the chair may be taken by then. `held` and `requested` take a
 * yes or a no back: refused (`not-open`) where it never was that, or something else has come of it.
 */
export const setStatus = defineCommand<z.infer<typeof args>>({
  name: 'appointments.set-status@1',
  args,
  personal: { table: 'appointments', records: args => [args] },
  patches: async ({ id, status, statusReason = null, lapsesAt = null }, context) => {
    const isUndone = status === 'held' || status === 'requested'
    return [
      {
        table: 'appointments',
        id,
        set: {
          status,
          statusAt: context.eventAt,
          statusActor: 'member',
          statusReason,
          lapsesAt: isUndone ? lapsesAt : null,
        },
      },
      ...(isUndone ? await waitingAgain([id], context) : []),
    ]
  },
})

/** As a request or an offer stood: what takes a yes or a no to it back. */
export const asItWas = ({ id, status, lapsesAt }: Pick<Appointment, 'id' | 'status' | 'lapsesAt'>) => ({
  id,
  status: status === 'held' ? ('held' as const) : ('requested' as const),
  lapsesAt,
})
