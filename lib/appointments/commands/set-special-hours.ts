import * as z from 'zod/mini'
import { day, id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { ranges } from './set-hours'

const args = z.object({ id, staffId: z.nullable(id), day, ranges: z.nullable(ranges) })

/** The hours of one date, of one chair or (null) of all, in place of all others; `ranges` null: as usual again (SPEC AP1). */
export const setSpecialHours = defineCommand<z.infer<typeof args>>({
  name: 'hours.set-special@1',
  args,
  patches: async ({ ranges, ...args }, { rowsWhere }) => {
    const known = (await rowsWhere('special_hours', 'day', args.day)).find(row => row.staffId === args.staffId)
    const id = known?.id ?? args.id
    return [
      ranges
        ? { table: 'special_hours', id, put: { ...args, id, ranges } }
        : { table: 'special_hours', id, gone: true },
    ]
  },
})
