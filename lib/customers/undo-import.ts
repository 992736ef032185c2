import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { type Context, defineCommand } from '@/lib/sync/command'
import type { Row } from '@/lib/sync/protocol'

const args = z.object({ importId: id })

/** Whoever stands here has come to the shop, or means to: he is no mistake of the list. */
const expecting = ['appointments', 'walk_ins', 'waiting_list', 'sales'] as const

type OfCustomer = Row & { customerId: string | null }
type Moved = Row & { fromAccountId: string; toAccountId: string; importId: string | null }

/**
 * Takes a whole import back: whom it made goes, whom it added to gets back what he had, and the debts it brought are none. The server knows
 * what each had, and leaves alone whoever was changed, has bought or has paid since; the phone shows what it can foresee, and the rest
 * follows with the answer.
 */
export const undoImport = defineCommand<z.infer<typeof args>>({
  name: 'customers.undo-import@1',
  args,
  patches: async ({ importId }, { rowsWhere, rows, eventAt }) => {
    const expected = await Promise.all(expecting.map(table => rows<OfCustomer>(table)))
    const known = new Set(expected.flat().map(({ customerId }) => customerId))
    const { debts, paid } = await moneyOf(importId, rows)
    const brought = await rowsWhere('customers', 'importId', importId)
    return [
      { table: 'customer_imports', id: importId, set: { undoneAt: eventAt } },
      ...brought
        .filter(({ id }) => !known.has(id) && !paid.has(id))
        .map(({ id }) => ({ table: 'customers' as const, id, gone: true as const })),
      ...debts.map(({ id }) => ({ table: 'transfers' as const, id, gone: true as const })),
    ]
  },
})

/** The opening balances that go with the import, and whose accounts money has moved on besides. */
async function moneyOf(importId: string, rows: Context['rows']) {
  const whose = new Map((await rows<OfCustomer>('accounts')).map(({ id, customerId }) => [id, customerId]))
  const moved = await rows<Moved>('transfers')
  const others = moved.filter(one => one.importId !== importId)
  const paid = new Set(
    others.flatMap(({ fromAccountId, toAccountId }) => [whose.get(fromAccountId), whose.get(toAccountId)]),
  )
  for (const { customerId } of await rows<OfCustomer>('sales')) paid.add(customerId)
  const debts = moved.filter(one => one.importId === importId && !paid.has(whose.get(one.toAccountId)))
  return { debts, paid }
}
