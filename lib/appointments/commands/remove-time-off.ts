import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id })

export const removeTimeOff = defineCommand<z.infer<typeof args>>({
  name: 'hours.remove-time-off@1',
  args,
  patches: ({ id }) => [{ table: 'time_off', id, gone: true }],
})
