import * as z from 'zod/mini'
import { amount, id, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { opens, opensPatches } from './opens'

const args = z
  .object({
    id,
    fromAccountId: id,
    toAccountId: id,
    amount,
    appointmentId: z.nullable(id),
    note: optionalWords(500),
    opens: z.optional(opens),
  })
  .check(z.refine(({ fromAccountId, toAccountId }) => fromAccountId !== toAccountId))

/** Money moves from one account to another: kasa → expense account is an expense, veresiye → kasa a collection, kasa → banka a deposit. */
export const recordTransfer = defineCommand<z.infer<typeof args>>({
  name: 'cash.transfer@1',
  args,
  personal: { table: 'transfers', records: args => [args] },
  patches: async ({ opens = [], ...args }, { eventAt, userId, row }) => [
    ...(await opensPatches(opens, row)),
    {
      table: 'transfers',
      id: args.id,
      put: {
        ...args,
        eventAt,
        createdAt: null,
        createdBy: userId,
        reversesId: null,
        importId: null,
        saleId: null,
        lineId: null,
        kdv: 0,
      },
    },
  ],
})
