import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { plans } from './message'

// The same bounds stand in the table's checks.
const args = z.object({
  id,
  plan: z.optional(z.enum(plans)),
  remindDayBefore: z.optional(z.boolean()),
  remindTwoHours: z.optional(z.boolean()),
  monthlyCap: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
})

/** How the shop writes to its customers: only what changes. `id` is the shop's. */
export const setMessageRules = defineCommand<z.infer<typeof args>>({
  name: 'messages.set-rules@1',
  args,
  patches: ({ id, ...changed }) => [{ table: 'message_settings', id, set: changed }],
})
