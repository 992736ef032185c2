import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { type Customer, customerFields, MAX_NOTE_LENGTH, MAX_PHONES } from './customer'

const args = z.object({ id, mergedId: id, ...customerFields }).check(z.refine(args => args.id !== args.mergedId))

/** What names a customer, and moves over with him. */
const naming = ['appointments', 'walk_ins', 'waiting_list', 'accounts', 'sales'] as const

/** `mergedId` turns out to be the same person as `id`: everything of his moves over, and he is gone. */
export const mergeCustomers = defineCommand<z.infer<typeof args>>({
  name: 'customers.merge@1',
  args,
  personal: { table: 'customers', records: args => [args] },
  patches: async ({ id, mergedId, ...united }, { rowsWhere }) => {
    const moved = naming.map(async table =>
      (await rowsWhere(table, 'customerId', mergedId)).map(row => ({ table, id: row.id, set: { customerId: id } })),
    )
    return [
      { table: 'customers', id, set: united },
      { table: 'customers', id: mergedId, gone: true },
      ...(await Promise.all(moved)).flat(),
    ]
  },
})

/** The two as one person: the kept one's name, the numbers of both, the first e-mail there is, both notes. What has no room goes into the note. */
export function unite(kept: Customer, merged: Customer): Omit<z.infer<typeof args>, 'id' | 'mergedId'> {
  const phones = [...new Set([...(kept.phones ?? []), ...(merged.phones ?? [])])]
  const otherEmail = kept.email && merged.email !== kept.email ? merged.email : null
  const notes = [kept.note, merged.note, ...phones.slice(MAX_PHONES), otherEmail].filter(note => note !== null)
  return {
    name: kept.name ?? merged.name ?? '',
    phones: phones.slice(0, MAX_PHONES),
    email: kept.email ?? merged.email,
    note: [...new Set(notes)].join('\n').slice(0, MAX_NOTE_LENGTH) || null,
  }
}
