import * as z from 'zod/mini'
import { amount, day, id, optionalWords, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { documentKinds } from '../document'
import { kdvIn } from '../kdv'

const args = z
  .object({
    id,
    /** Kasa, kart or banka. */
    fromAccountId: id,
    /** The expense's category. */
    toAccountId: id,
    amount,
    kdv: price,
    kdvRate: z.nullable(z.union([z.literal(1), z.literal(10), z.literal(20)])),
    documentKind: z.nullable(z.enum(documentKinds)),
    documentNumber: optionalWords(40),
    documentDay: z.nullable(day),
    counterparty: optionalWords(120),
    note: optionalWords(500),
  })
  .check(z.refine(({ amount, kdv, kdvRate }) => kdv === kdvIn(amount, kdvRate)))

/** An expense, with the document that was given for it (SPEC CA40). */
export const spend = defineCommand<z.infer<typeof args>>({
  name: 'cash.spend@1',
  args,
  personal: { table: 'transfers', records: args => [args] },
  patches: (args, { eventAt, userId }) => {
    const rest = {
      createdAt: null,
      createdBy: userId,
      appointmentId: null,
      reversesId: null,
      saleId: null,
      lineId: null,
    }
    return [{ table: 'transfers', id: args.id, put: { ...args, ...rest, eventAt } }]
  },
})
