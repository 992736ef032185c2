import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPayment } from '@/components/appointments/split-payment'

test('what is paid for a visit is each part’s in proportion to its price', () => {
  expect(splitPayment(65_000, [40_000, 25_000])).toEqual([40_000, 25_000])
  expect(splitPayment(60_000, [40_000, 25_000])).toEqual([36_923, 23_077])
})

test('paid for one part, it is all that part’s', () => {
  expect(splitPayment(12_345, [40_000])).toEqual([12_345])
})

test('a gift with no price takes a tip whole', () => {
  expect(splitPayment(5_000, [0, 0])).toEqual([0, 5_000])
})

test('not a kuruş comes or goes, and nobody gets less than nothing', () => {
  const prices = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(fc.nat(100_000_000), prices, (amount, prices) => {
      const shares = splitPayment(amount, prices)
      expect(shares).toHaveLength(prices.length)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    }),
  )
})
