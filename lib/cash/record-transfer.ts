import * as z from 'zod/mini'
import { amount, id, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({ id, fromAccountId: id, toAccountId: id, amount, appointmentId: z.nullable(id), note: optionalWords(500) })
  .check(z.refine(({ fromAccountId, toAccountId }) => fromAccountId !== toAccountId))

/** Money moves from one account to another: income account → kasa is a sale, kasa → expense account an expense. */
export const recordTransfer = defineCommand<z.infer<typeof args>>({
  name: 'cash.transfer@1',
  args,
  personal: { table: 'transfers', records: args => [args] },
  patches: (args, { eventAt, userId }) => [
    {
      table: 'transfers',
      id: args.id,
      put: { ...args, eventAt, createdAt: null, createdBy: userId, reversesId: null },
    },
  ],
})
