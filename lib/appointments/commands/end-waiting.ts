import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, ended: z.boolean() })

/** He waits no longer; `ended` false: he does after all. */
export const endWaiting = defineCommand<z.infer<typeof args>>({
  name: 'waiting.end@1',
  args,
  patches: ({ id, ended }, { eventAt }) => [{ table: 'waiting_list', id, set: { endedAt: ended ? eventAt : null } }],
})
