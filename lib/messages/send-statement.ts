import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, customerId: id })

/** Tells a customer what he owes, once a day at most (SPEC ME3). How it goes the server says: what it planned comes with its answer. */
export const sendStatement = defineCommand<z.infer<typeof args>>({
  name: 'messages.statement@1',
  args,
  patches: () => [],
})
