import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, archived: z.boolean() })

/** Hides a customer and keeps everything; `archived: false` brings him back. */
export const archiveCustomer = defineCommand<z.infer<typeof args>>({
  name: 'customers.archive@1',
  args,
  patches: ({ id, archived }, { eventAt }) => [
    { table: 'customers', id, set: { archivedAt: archived ? eventAt : null } },
  ],
})
