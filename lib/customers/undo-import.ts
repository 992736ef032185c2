import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import type { Row } from '@/lib/sync/protocol'

const args = z.object({ importId: id })

/** Whoever stands here has come to the shop, or means to: he is no mistake of the list. */
const expecting = ['appointments', 'walk_ins', 'waiting_list'] as const

/**
 * Takes a whole import back: whom it made goes, whom it added to gets back what he had. The server knows what each had, and leaves
 * alone whoever was changed since; the phone shows what it can foresee, and the rest follows with the answer.
 */
export const undoImport = defineCommand<z.infer<typeof args>>({
  name: 'customers.undo-import@1',
  args,
  patches: async ({ importId }, { rowsWhere, rows, eventAt }) => {
    const expected = await Promise.all(expecting.map(table => rows<Row & { customerId: string }>(table)))
    const booked = new Set(expected.flat().map(({ customerId }) => customerId))
    const brought = await rowsWhere('customers', 'importId', importId)
    return [
      { table: 'customer_imports', id: importId, set: { undoneAt: eventAt } },
      ...brought
        .filter(({ id }) => !booked.has(id))
        .map(({ id }) => ({ table: 'customers' as const, id, gone: true as const })),
    ]
  },
})
