import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kdvIn, kdvRates, matrahOf } from '@/lib/cash/kdv'
import { type Due, grossOf, legsOf, type Payment } from '@/lib/cash/sale'

const kurus = fc.integer({ min: 1, max: 9_999_999_999 })
const rate = fc.constantFrom(...kdvRates)
const total = (amounts: readonly { amount: number }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)

describe('[CA6] the KDV in an amount', () => {
  test.each([
    [40_000, 20, 6_667],
    [12_000, 20, 2_000],
    [11_000, 10, 1_000],
    [10_100, 1, 100],
    [3, 20, 1], // half a kuruş goes up
    [2, 20, 0],
    [40_000, null, 0],
  ] as const)('of %i kuruş at %s percent is %i', (amount, percent, kdv) => {
    expect(kdvIn(amount, percent)).toBe(kdv)
  })

  test('is within half a kuruş of the exact share, and makes up the amount with the matrah', () => {
    fc.assert(
      fc.property(kurus, rate, (amount, percent) => {
        const exact = percent === null ? 0 : (amount * percent) / (100 + percent)
        expect(Math.abs(kdvIn(amount, percent) - exact)).toBeLessThanOrEqual(0.5)
        expect(kdvIn(amount, percent) + matrahOf(amount, percent)).toBe(amount)
      }),
    )
  })
})

test('[CA5] a line costs what its pieces cost, less the discount', () => {
  expect(grossOf({ quantity: 3, unitPrice: 12_550, discount: 7_650 })).toBe(30_000)
})

describe('[CA7] who pays for what', () => {
  const sale = fc
    .array(fc.record({ amount: kurus, kdvRate: rate }), { minLength: 1, maxLength: 8 })
    .map(dues => dues.map((due, i): Due => ({ ...due, lineId: `line ${i}`, accountId: `income ${i % 3}` })))
    .chain(dues =>
      fc
        .array(fc.integer({ min: 0, max: total(dues) }), { maxLength: 5 })
        .map(cuts => [0, ...cuts.sort((a, b) => a - b), total(dues)])
        .map(cuts => cuts.slice(1).map((cut, i): Payment => ({ accountId: `place ${i}`, amount: cut - cuts[i]! })))
        .map(payments => ({ dues, payments })),
    )

  test('a haircut and a shampoo, half in cash, half by card: the card pays what is left of the haircut first', () => {
    const dues: Due[] = [
      { lineId: 'saç', accountId: 'hizmet', amount: 40_000, kdvRate: 20 },
      { lineId: 'şampuan', accountId: 'ürün', amount: 10_000, kdvRate: 10 },
      { lineId: null, accountId: 'mehmet', amount: 5_000, kdvRate: null },
    ]
    const payments = [
      { accountId: 'kasa', amount: 27_500 },
      { accountId: 'kart', amount: 27_500 },
    ]
    expect(legsOf(dues, payments)).toEqual([
      { lineId: 'saç', fromAccountId: 'hizmet', toAccountId: 'kasa', amount: 27_500, kdv: 4_583 },
      { lineId: 'saç', fromAccountId: 'hizmet', toAccountId: 'kart', amount: 12_500, kdv: 2_084 },
      { lineId: 'şampuan', fromAccountId: 'ürün', toAccountId: 'kart', amount: 10_000, kdv: 909 },
      { lineId: null, fromAccountId: 'mehmet', toAccountId: 'kart', amount: 5_000, kdv: 0 },
    ])
  })

  test('[CA5] [CA6] each line gets its gross and its KDV to the kuruş, however it is split', () => {
    fc.assert(
      fc.property(sale, ({ dues, payments }) => {
        const legs = legsOf(dues, payments)
        for (const due of dues) {
          const own = legs.filter(leg => leg.lineId === due.lineId)
          expect(total(own)).toBe(due.amount)
          expect(own.reduce((sum, leg) => sum + leg.kdv, 0)).toBe(kdvIn(due.amount, due.kdvRate))
          expect(own.every(leg => leg.fromAccountId === due.accountId && leg.amount > 0 && leg.kdv >= 0)).toBe(true)
        }
        for (const payment of payments) {
          expect(total(legs.filter(leg => leg.toAccountId === payment.accountId))).toBe(payment.amount)
        }
        expect(legs.length).toBeLessThan(dues.length + payments.length)
      }),
    )
  })

  test('payments that are not what is due are no sale', () => {
    const due: Due = { lineId: 'saç', accountId: 'hizmet', amount: 40_000, kdvRate: 20 }
    for (const amount of [39_999, 40_001])
      expect(() => legsOf([due], [{ accountId: 'kasa', amount }])).toThrow(RangeError)
  })
})
