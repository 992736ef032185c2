import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, archived: z.boolean() })

export const archiveStaff = defineCommand<z.infer<typeof args>>({
  name: 'staff.archive@1',
  args,
  patches: ({ id, archived }, { eventAt }) => [{ table: 'staff', id, set: { archivedAt: archived ? eventAt : null } }],
})
