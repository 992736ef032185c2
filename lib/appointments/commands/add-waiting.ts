import * as z from 'zod/mini'
import { day, id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({
    id,
    customerId: id,
    serviceId: id,
    staffId: z.nullable(id),
    fromDay: day,
    toDay: day,
    fromMinute: z.int().check(z.minimum(0), z.maximum(1439)),
    toMinute: z.int().check(z.minimum(1), z.maximum(1440)),
  })
  .check(z.refine(wish => wish.fromDay <= wish.toDay && wish.fromMinute < wish.toMinute))

/** A customer would come earlier if a chair were free. */
export const addWaiting = defineCommand<z.infer<typeof args>>({
  name: 'waiting.add@1',
  args,
  patches: (args, { eventAt }) => [
    { table: 'waiting_list', id: args.id, put: { ...args, createdAt: eventAt, endedAt: null } },
  ],
})
