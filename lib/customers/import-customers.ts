import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { customerFields, customerSchema } from './customer'

/** Customers in one command: small enough for a request to get through on a bad line. */
export const IMPORT_CHUNK = 200

const { phones, email, note } = z.partial(z.object(customerFields)).shape

const args = z.object({
  importId: id,
  created: z.array(customerSchema).check(z.maxLength(IMPORT_CHUNK)),
  /** Only what a known customer gains. */
  merged: z.array(z.object({ id, phones, email, note })).check(z.maxLength(IMPORT_CHUNK)),
})

/** One chunk of an import. All chunks carry the import's id, so that it can be taken back whole. */
export const importCustomers = defineCommand<z.infer<typeof args>>({
  name: 'customers.import@1',
  args,
  personal: { table: 'customers', records: args => [...args.created, ...args.merged] },
  patches: ({ importId, created, merged }, { eventAt }) => [
    { table: 'customer_imports', id: importId, put: { id: importId, createdAt: eventAt, undoneAt: null } },
    ...created.map(customer => ({
      table: 'customers' as const,
      id: customer.id,
      put: { ...customer, importId, noShows: 0, createdAt: eventAt, archivedAt: null },
    })),
    ...merged.map(({ id, ...gained }) => ({ table: 'customers' as const, id, set: gained })),
  ],
})
