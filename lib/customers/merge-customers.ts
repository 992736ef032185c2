import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { type Customer, customerFields } from './customer'

const args = z.object({ id, mergedId: id, ...customerFields }).check(z.refine(args => args.id !== args.mergedId))

/** `mergedId` turns out to be the same person as `id`: everything of his moves over, and he is gone. */
export const mergeCustomers = defineCommand<z.infer<typeof args>>({
  name: 'customers.merge@1',
  args,
  personal: { table: 'customers', records: args => [args] },
  patches: async ({ id, mergedId, ...united }, { rowsWhere }) => [
    { table: 'customers', id, set: united },
    { table: 'customers', id: mergedId, gone: true },
    ...(await rowsWhere('appointments', 'customerId', mergedId)).map(appointment => ({
      table: 'appointments' as const,
      id: appointment.id,
      set: { customerId: id },
    })),
  ],
})

/** The two as one person: the kept one's name, all numbers, the first e-mail there is, both notes. */
export function unite(kept: Customer, merged: Customer): Omit<z.infer<typeof args>, 'id' | 'mergedId'> {
  const notes = [kept.note, merged.note].filter(note => note !== null)
  return {
    name: kept.name ?? merged.name ?? '',
    phones: [...new Set([...(kept.phones ?? []), ...(merged.phones ?? [])])].slice(0, 5),
    email: kept.email ?? merged.email,
    note: [...new Set(notes)].join('\n').slice(0, 2000) || null,
  }
}
