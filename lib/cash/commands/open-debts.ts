import * as z from 'zod/mini'
import { amount, id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { ownAccount } from '../own-account'
import { opens, opensPatches } from './opens'

/** Debts in one command: each opens an account, and a request has to get through on a bad line. */
export const DEBTS_CHUNK = 200

const args = z.object({
  importId: id,
  fromAccountId: id,
  opens,
  debts: z.array(z.object({ id, toAccountId: id, amount })).check(z.maxLength(DEBTS_CHUNK)),
})

/** What customers owed before the book was: from "Devir", no income, under the import that brought it and is taken back with it (SPEC CA16). */
export const openDebts = defineCommand<z.infer<typeof args>>({
  name: 'cash.open-debts@1',
  args,
  patches: async ({ importId, fromAccountId, opens, debts }, { eventAt, userId, row }) => [
    ...(await opensPatches(opens, row)),
    ...debts.map(debt => ({
      table: 'transfers' as const,
      id: debt.id,
      put: {
        ...debt,
        fromAccountId,
        importId,
        eventAt,
        createdAt: null,
        createdBy: userId,
        appointmentId: null,
        saleId: null,
        lineId: null,
        kdv: 0,
        reversesId: null,
        note: null,
      },
    })),
  ],
})

/** The debts as commands take them, in pieces that one request can carry. */
export function* debtChunks(debts: readonly { id: string; customerId: string; amount: number }[]) {
  for (let at = 0; at < debts.length; at += DEBTS_CHUNK) {
    const chunk = debts.slice(at, at + DEBTS_CHUNK).map(({ id, customerId, amount }) => ({
      account: ownAccount('veresiye', customerId),
      debt: { id, toAccountId: ownAccount('veresiye', customerId).id, amount },
    }))
    yield { opens: chunk.map(({ account }) => account), debts: chunk.map(({ debt }) => debt) }
  }
}
