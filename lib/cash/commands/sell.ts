import * as z from 'zod/mini'
import { amount, id, optionalWords, price } from '@/lib/kernel/fields'
import { defineCommand, type Patch } from '@/lib/sync/command'
import { opens, opensPatches } from './opens'

const line = z
  .object({
    id,
    accountId: id,
    serviceId: z.nullable(id),
    staffId: z.nullable(id),
    appointmentId: z.optional(z.nullable(id)),
    name: optionalWords(80),
    quantity: z.int().check(z.minimum(1), z.maximum(1000)),
    unitPrice: price,
    discount: price,
    kdvRate: z.nullable(z.union([z.literal(1), z.literal(10), z.literal(20)])),
  })
  .check(z.refine(({ quantity, unitPrice, discount }) => discount <= quantity * unitPrice))

const leg = z.object({ id, lineId: z.nullable(id), fromAccountId: id, toAccountId: id, amount, kdv: price })

const args = z.object({
  id,
  customerId: z.nullable(id),
  appointmentId: z.nullable(id),
  note: optionalWords(500),
  opens,
  lines: z.array(line).check(z.minLength(1), z.maxLength(50)),
  transfers: z.array(leg).check(z.maxLength(120)),
})
export type Selling = z.infer<typeof args>

/** A sale, whole: its lines, and who pays for what (`legsOf`). The database sees to it that it adds up. */
export const sell = defineCommand<Selling>({
  name: 'cash.sell@1',
  args,
  personal: { table: 'sales', records: args => [args] },
  patches: async ({ opens, lines, transfers, ...sale }, { eventAt, userId, row }) => {
    const heard = { eventAt, createdAt: null, createdBy: userId }
    const partOf = new Map(lines.map(line => [line.id, line.appointmentId]))
    return [
      ...(await opensPatches(opens, row)),
      { table: 'sales', id: sale.id, put: { ...sale, ...heard } },
      ...lines.map(
        (line, i): Patch => ({
          table: 'sale_lines',
          id: line.id,
          put: { ...line, appointmentId: line.appointmentId ?? null, saleId: sale.id, eventAt, position: i + 1 },
        }),
      ),
      ...transfers.map(
        (leg): Patch => ({
          table: 'transfers',
          id: leg.id,
          put: {
            ...leg,
            ...heard,
            saleId: sale.id,
            appointmentId: partOf.get(leg.lineId ?? '') ?? sale.appointmentId,
            reversesId: null,
            importId: null,
            note: null,
          },
        }),
      ),
    ]
  },
})
