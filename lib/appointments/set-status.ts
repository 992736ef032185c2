import * as z from 'zod/mini'
import { id, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({
  id,
  status: z.enum(['confirmed', 'arrived', 'done', 'no-show', 'cancelled']),
  /** Why it was cancelled, in the shop's own words. */
  statusReason: z.optional(optionalWords(200)),
})

/** Ends an appointment, agrees to a request, or (with `confirmed`) opens it again: the chair may be taken by then. */
export const setStatus = defineCommand<z.infer<typeof args>>({
  name: 'appointments.set-status@1',
  args,
  personal: { table: 'appointments', records: args => [args] },
  patches: ({ id, status, statusReason = null }, { eventAt }) => [
    {
      table: 'appointments',
      id,
      set: { status, statusAt: eventAt, statusActor: 'member', statusReason, lapsesAt: null },
    },
  ],
})
