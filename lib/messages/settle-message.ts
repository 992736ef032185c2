import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, outcome: z.enum(['sent', 'not-sent']) })

/** The owner has sent a message from his own WhatsApp, or says that it need not be sent (SPEC ME11). */
export const settleMessage = defineCommand<z.infer<typeof args>>({
  name: 'messages.settle@1',
  args,
  patches: ({ id, outcome }, { eventAt, userId }) => [
    {
      table: 'messages',
      id,
      set: {
        state: outcome,
        sentBy: userId,
        ...(outcome === 'sent' ? { sentAt: eventAt } : { reason: 'by-owner' }),
      },
    },
  ],
})
