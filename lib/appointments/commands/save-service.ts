import * as z from 'zod/mini'
import { id, price, words } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

export const serviceMinutes = z.int().check(z.minimum(5), z.maximum(720))
const besides = z.int().check(z.minimum(0), z.maximum(120))

const args = z.object({
  id,
  name: words(80),
  minutes: serviceMinutes,
  price,
  position: z.int().check(z.minimum(0), z.maximum(999)),
  // What the first version's phones do not send stays as it is.
  prepareMinutes: z.optional(besides),
  cleanMinutes: z.optional(besides),
  online: z.optional(z.boolean()),
  kdvRate: z.optional(z.nullable(z.union([z.literal(1), z.literal(10), z.literal(20)]))),
})

/** Adds a service, or changes one. Appointments already made keep their price and length. */
export const saveService = defineCommand<z.infer<typeof args>>({
  name: 'services.save@1',
  args,
  patches: async (args, { row }) => [
    (await row('services', args.id))
      ? { table: 'services', id: args.id, set: args }
      : {
          table: 'services',
          id: args.id,
          put: { prepareMinutes: 0, cleanMinutes: 0, online: true, kdvRate: null, ...args, archivedAt: null },
        },
  ],
})
