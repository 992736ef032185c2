import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, left: z.boolean() })

/** He went without being served; `left` false: he is back. */
export const leaveQueue = defineCommand<z.infer<typeof args>>({
  name: 'queue.leave@1',
  args,
  patches: ({ id, left }, { eventAt }) => [{ table: 'walk_ins', id, set: { leftAt: left ? eventAt : null } }],
})
