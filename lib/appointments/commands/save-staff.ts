import * as z from 'zod/mini'
import { id, words } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, name: words(80), position: z.int().check(z.minimum(0), z.maximum(999)) })

/** Adds a chair, or changes one. */
export const saveStaff = defineCommand<z.infer<typeof args>>({
  name: 'staff.save@1',
  args,
  patches: async (args, { row }) => [
    (await row('staff', args.id))
      ? { table: 'staff', id: args.id, set: args }
      : { table: 'staff', id: args.id, put: { ...args, archivedAt: null, memberId: null } },
  ],
})
