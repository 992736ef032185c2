import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { customerFields } from './customer'

const args = z.object({ id, ...z.partial(z.object(customerFields)).shape })

/** Only the changed fields: when two phones edit different fields, both win. */
export const editCustomer = defineCommand<z.infer<typeof args>>({
  name: 'customers.edit@1',
  args,
  personal: { table: 'customers', records: args => [args] },
  patches: ({ id, ...changed }) => [{ table: 'customers', id, set: changed }],
})
