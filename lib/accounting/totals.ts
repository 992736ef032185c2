import type { Kurus } from '@/lib/kernel/money'
import { type Direction, directions, type Entry, type PaymentKind, paymentKinds } from './entry'

export interface Sum {
  count: number
  gross: Kurus
  base: Kurus
  kdv: Kurus
}

/** Of income and expense, the gross by rate and by payment kind; both add up to it (SPEC CA53). */
export interface Totals {
  count: number
  byDirection: Record<Direction, Sum>
  incomeByRate: (Sum & { kdvRate: number | null })[]
  incomeByPayment: { paymentKind: PaymentKind | null; gross: Kurus }[]
  expenseByPayment: { paymentKind: PaymentKind | null; gross: Kurus }[]
}

/** Adds rows up as they pass by: nothing of them is kept. */
export function adder(): { add(entry: Entry): void; totals(): Totals } {
  const nothing = (): Sum => ({ count: 0, gross: 0, base: 0, kdv: 0 })
  const byDirection = Object.fromEntries(directions.map(one => [one, nothing()])) as Record<Direction, Sum>
  const byRate = new Map<number | null, Sum>()
  const byPayment = { gelir: new Map<PaymentKind | null, Kurus>(), gider: new Map<PaymentKind | null, Kurus>() }
  return {
    add({ direction, gross, base, kdv, kdvRate, paymentKind }) {
      const sums = [byDirection[direction]]
      if (direction === 'gelir') sums.push(byRate.get(kdvRate) ?? byRate.set(kdvRate, nothing()).get(kdvRate)!)
      for (const sum of sums) {
        sum.count++
        sum.gross += gross
        sum.base += base
        sum.kdv += kdv
      }
      if (direction !== 'gelir' && direction !== 'gider') return
      byPayment[direction].set(paymentKind, (byPayment[direction].get(paymentKind) ?? 0) + gross)
    },
    totals: () => ({
      count: directions.reduce((count, one) => count + byDirection[one].count, 0),
      byDirection,
      // In an order of their own, so that the same rows give the same text.
      incomeByRate: [...byRate]
        .sort(([a], [b]) => (a ?? -1) - (b ?? -1))
        .map(([kdvRate, sum]) => ({ kdvRate, ...sum })),
      incomeByPayment: inOrder(byPayment.gelir),
      expenseByPayment: inOrder(byPayment.gider),
    }),
  }
}

const inOrder = (sums: ReadonlyMap<PaymentKind | null, Kurus>) =>
  [...paymentKinds, null].flatMap(paymentKind =>
    sums.has(paymentKind) ? [{ paymentKind, gross: sums.get(paymentKind)! }] : [],
  )
