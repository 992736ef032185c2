import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id })

/** Somebody of the shop has read what a customer wrote, or dealt with it: it waits no more. */
export const handleInbound = defineCommand<z.infer<typeof args>>({
  name: 'messages.handle@1',
  args,
  patches: ({ id }, { eventAt }) => [{ table: 'inbound_messages', id, set: { handledAt: eventAt } }],
})
