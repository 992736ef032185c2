import * as z from 'zod/mini'
import { amount, id, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import type { SaleLine } from '../sale'

const args = z
  .object({ id, lineId: id, fromAccountId: id, amount, kdv: price })
  .check(z.refine(({ amount, kdv }) => kdv <= amount))

/**
 * Gives back a part of what a line brought in, from kasa, kart, banka or the customer's debt (SPEC CA11). Refused (`too-much`) beyond it. `kdv` is what the
 * phone foresees: the database reckons it from all that was given back (SPEC CA17).
 */
export const refund = defineCommand<z.infer<typeof args>>({
  name: 'cash.refund@1',
  args,
  patches: async ({ lineId, ...given }, { eventAt, userId, row }) => {
    const line = await row<SaleLine>('sale_lines', lineId)
    if (!line) return []
    const { saleId, accountId: toAccountId } = line
    const rest = {
      createdAt: null,
      createdBy: userId,
      appointmentId: null,
      reversesId: null,
      importId: null,
      note: null,
    }
    return [{ table: 'transfers', id: given.id, put: { ...given, toAccountId, lineId, saleId, eventAt, ...rest } }]
  },
})
