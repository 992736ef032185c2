import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand, type Patch } from '@/lib/sync/command'

const args = z.object({ importId: id })

/**
 * Takes a whole import back: whom it made goes, whom it added to gets back what he had. The server knows what each had, and leaves
 * alone whoever was changed since; the phone shows what it can foresee, and the rest follows with the answer.
 */
export const undoImport = defineCommand<z.infer<typeof args>>({
  name: 'customers.undo-import@1',
  args,
  patches: async ({ importId }, { rowsWhere, eventAt }) => {
    const patches: Patch[] = [{ table: 'customer_imports', id: importId, set: { undoneAt: eventAt } }]
    for (const { id } of await rowsWhere('customers', 'importId', importId)) {
      const booked = (await rowsWhere('appointments', 'customerId', id)).length > 0
      if (!booked) patches.push({ table: 'customers', id, gone: true })
    }
    return patches
  },
})
