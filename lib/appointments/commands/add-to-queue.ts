import * as z from 'zod/mini'
import { id, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({
  id,
  customerId: z.nullable(id),
  name: optionalWords(80),
  serviceId: id,
  staffId: z.nullable(id),
})

/** Somebody walked in and waits for a chair. */
export const addToQueue = defineCommand<z.infer<typeof args>>({
  name: 'queue.add@1',
  args,
  personal: { table: 'walk_ins', records: args => [args] },
  patches: (args, { eventAt }) => [
    { table: 'walk_ins', id: args.id, put: { ...args, arrivedAt: eventAt, leftAt: null, appointmentId: null } },
  ],
})
