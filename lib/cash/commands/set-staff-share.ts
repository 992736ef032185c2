import * as z from 'zod/mini'
import { day, id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({
    id,
    staffId: id,
    fromDay: day,
    percent: z.nullable(z.int().check(z.minimum(1), z.maximum(100))),
    fixed: z.nullable(z.int().check(z.minimum(1), z.maximum(100_000_000))),
  })
  .check(z.refine(({ percent, fixed }) => percent === null || fixed === null))

/** What a chair gets of its work from a day on; neither percent nor fixed: nothing. Refused (`day-closed`) from a day that is closed (SPEC CA35). */
export const setStaffShare = defineCommand<z.infer<typeof args>>({
  name: 'staff.set-share@1',
  args,
  patches: async (args, { rowsWhere }) => {
    const known = (await rowsWhere('staff_shares', 'staffId', args.staffId)).find(row => row.fromDay === args.fromDay)
    const id = known?.id ?? args.id
    return [{ table: 'staff_shares', id, put: { ...args, id } }]
  },
})
