import * as z from 'zod/mini'
import { id, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ customerId: id, limit: z.nullable(price) })

/** How much a customer may owe before the shop is warned; null: as much as it likes. The owner's alone. A warning, never a refusal (SPEC CA18). */
export const setLimit = defineCommand<z.infer<typeof args>>({
  name: 'cash.set-limit@1',
  args,
  patches: ({ customerId, limit }) => [{ table: 'customers', id: customerId, set: { veresiyeLimit: limit } }],
})
