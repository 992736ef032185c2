import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, status: z.enum(['confirmed', 'arrived', 'done', 'no-show', 'cancelled']) })

/** Ends an appointment, or (with `confirmed`) opens it again: the chair may be taken by then. */
export const setStatus = defineCommand<z.infer<typeof args>>({
  name: 'appointments.set-status@1',
  args,
  patches: ({ id, status }, { eventAt }) => [{ table: 'appointments', id, set: { status, statusAt: eventAt } }],
})
