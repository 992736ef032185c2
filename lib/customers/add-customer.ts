import type * as z from 'zod/mini'
import { defineCommand } from '@/lib/sync/command'
import { customerSchema } from './customer'

export const addCustomer = defineCommand<z.infer<typeof customerSchema>>({
  name: 'customers.add@1',
  args: customerSchema,
  personal: { table: 'customers', records: args => [args] },
  patches: (args, { eventAt }) => [
    {
      table: 'customers',
      id: args.id,
      put: { ...args, importId: null, noShows: 0, createdAt: eventAt, archivedAt: null },
    },
  ],
})
