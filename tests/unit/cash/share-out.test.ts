import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOut } from '@/lib/cash/share-out'

test('what is paid for a visit is each part’s in proportion to its price', () => {
  expect(shareOut(65_000, [40_000, 25_000])).toEqual([40_000, 25_000])
  expect(shareOut(60_000, [40_000, 25_000])).toEqual([36_923, 23_077])
})

test('paid for one part, it is all that part’s', () => {
  expect(shareOut(12_345, [40_000])).toEqual([12_345])
})

test('a gift with no price takes what is given whole', () => {
  expect(shareOut(5_000, [0, 0])).toEqual([0, 5_000])
})

test('not a kuruş comes or goes, nobody gets less than nothing, and a discount never more than the price', () => {
  const prices = fc.array(fc.nat(9_999_999_999), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(fc.nat(9_999_999_999), prices, (amount, prices) => {
      const shares = shareOut(amount, prices)
      const sum = prices.reduce((total, price) => total + price, 0)
      expect(shares).toHaveLength(prices.length)
      expect(shares.reduce((total, share) => total + share, 0)).toBe(amount)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      if (amount <= sum) expect(shares.every((share, i) => share <= prices[i]!)).toBe(true)
    }),
  )
})
