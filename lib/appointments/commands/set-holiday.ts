import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { holidayNames } from '../holidays'

const args = z
  .object({
    id,
    holiday: z.enum(holidayNames),
    opens: z.enum(['official', 'closed', 'usual', 'longer']),
    until: z.nullable(z.int().check(z.minimum(1), z.maximum(24 * 60))),
  })
  .check(z.refine(({ opens, until }) => (until !== null) === (opens === 'longer')))

/** What the shop does on an official holiday, every year (SPEC AP2). The later of two choices wins. */
export const setHoliday = defineCommand<z.infer<typeof args>>({
  name: 'hours.set-holiday@1',
  args,
  patches: async (args, { rows }) => {
    const known = (await rows('holiday_hours')).find(row => row.holiday === args.holiday)
    const id = known?.id ?? args.id
    return [{ table: 'holiday_hours', id, put: { ...args, id } }]
  },
})
