import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, archived: z.boolean() })

export const archiveService = defineCommand<z.infer<typeof args>>({
  name: 'services.archive@1',
  args,
  patches: ({ id, archived }, { eventAt }) => [
    { table: 'services', id, set: { archivedAt: archived ? eventAt : null } },
  ],
})
