import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const minute = z.int().check(z.minimum(0), z.maximum(24 * 60))

/** Sorted, disjoint, and no two that touch: at most six openings a day. */
export const ranges = z.array(z.tuple([minute, minute])).check(
  z.maxLength(6),
  z.refine(ranges => ranges.every(([from, to], i) => from < to && (i === 0 || ranges[i - 1]![1] < from))),
)

const args = z.object({ id, staffId: id, weekday: z.int().check(z.minimum(1), z.maximum(7)), ranges })

/** One weekday of one chair, whole. The later of two settings wins. */
export const setHours = defineCommand<z.infer<typeof args>>({
  name: 'hours.set@1',
  args,
  patches: async (args, { rowsWhere }) => {
    // Another phone may have given this weekday its row already: that row is the one that changes, there and here.
    const known = (await rowsWhere('working_hours', 'staffId', args.staffId)).find(row => row.weekday === args.weekday)
    return [{ table: 'working_hours', id: known?.id ?? args.id, put: { ...args, id: known?.id ?? args.id } }]
  },
})
