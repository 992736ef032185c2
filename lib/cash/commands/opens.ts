import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import type { Context, Patch } from '@/lib/sync/command'
import { ownAccount } from '../own-account'

/** As many as a list of opening balances has debts. */
const MOST = 200

/** Accounts of customers and chairs that a command needs, whoever opens them first (SPEC CA13). */
export const opens = z
  .array(
    z.object({
      id,
      kind: z.enum(['veresiye', 'kapora', 'staff']),
      customerId: z.nullable(id),
      staffId: z.nullable(id),
    }),
  )
  .check(
    z.maxLength(MOST),
    z.refine(accounts =>
      accounts.every(({ id, kind, customerId, staffId }) => {
        const whose = kind === 'staff' ? staffId : customerId
        return whose !== null && ownAccount(kind, whose).id === id
      }),
    ),
  )

/** Shows those that this phone does not know yet. */
export async function opensPatches(accounts: z.infer<typeof opens>, row: Context['row']): Promise<Patch[]> {
  const names = { veresiye: 'Veresiye', kapora: 'Kapora', staff: 'Hakediş' } as const
  const missing = await Promise.all(
    accounts.map(async account => ((await row('accounts', account.id)) ? [] : [account])),
  )
  return missing.flat().map(account => ({
    table: 'accounts',
    id: account.id,
    put: { ...account, name: names[account.kind], position: 0, createdAt: null },
  }))
}
