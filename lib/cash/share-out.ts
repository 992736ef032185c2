import type { Kurus } from '@/lib/kernel/money'

/**
 * An amount in parts, in proportion to the prices, so that a discount is everybody's. The parts make up the amount to the kuruş, and none is above its
 * price where the amount is not above their sum. Where everything is free, the last part is all of it.
 */
export function shareOut(amount: Kurus, prices: readonly Kurus[]): Kurus[] {
  const sum = prices.reduce((total, price) => total + price, 0)
  if (sum === 0) return prices.map((_, i) => (i === prices.length - 1 ? amount : 0))
  // Up to each price, rounded down, less what went before: so it adds up. BigInt, for the product of two large sums is more than a number holds.
  let [priced, shared] = [0, 0]
  return prices.map(price => {
    priced += price
    const upTo = Number((BigInt(amount) * BigInt(priced)) / BigInt(sum))
    const share = upTo - shared
    shared = upTo
    return share
  })
}
