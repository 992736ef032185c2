import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const between = (least: number, most: number) => z.optional(z.int().check(z.minimum(least), z.maximum(most)))

// The same bounds stand in the table's checks.
const args = z.object({
  id,
  stepMinutes: between(5, 60),
  noticeMinutes: between(0, 14 * 24 * 60),
  daysAhead: between(1, 365),
  openLimit: between(1, 20),
  approval: z.optional(z.enum(['everyone', 'new-customers', 'nobody'])),
  requestMinutes: between(10, 7 * 24 * 60),
  cancelNoticeMinutes: between(0, 14 * 24 * 60),
  offerMinutes: between(5, 24 * 60),
  anyStaff: z.optional(z.boolean()),
  noShowLimit: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(20)))),
  noShowRule: z.optional(z.enum(['approval', 'kapora'])),
})

/** How customers may book: only the rules that change. `id` is the shop's. */
export const setBookingRules = defineCommand<z.infer<typeof args>>({
  name: 'booking.set-rules@1',
  args,
  patches: ({ id, ...changed }) => [{ table: 'booking_rules', id, set: changed }],
})
