import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import type { Transfer } from '../transfer'

const args = z.object({ id, reversesId: id })

/** Takes a transfer back by its opposite. A transfer can be taken back once. */
export const reverseTransfer = defineCommand<z.infer<typeof args>>({
  name: 'cash.reverse@1',
  args,
  patches: async ({ id, reversesId }, { row, eventAt, userId }) => {
    const reversed = await row<Transfer>('transfers', reversesId)
    if (!reversed) return []
    const { fromAccountId, toAccountId, amount, kdv, appointmentId, saleId, lineId } = reversed
    const opposite = {
      fromAccountId: toAccountId,
      toAccountId: fromAccountId,
      amount,
      kdv,
      appointmentId,
      saleId,
      lineId,
      reversesId,
      importId: null,
      note: null,
    }
    return [{ table: 'transfers', id, put: { id, ...opposite, eventAt, createdAt: null, createdBy: userId } }]
  },
})
