import type { Kurus } from '@/lib/kernel/money'

/**
 * What each part of a visit brings in when `amount` is paid for all of them: in proportion to the prices, so that a discount or a tip is
 * everybody's. The shares add up to the amount to the kuruş; what division leaves goes to the last.
 */
export function splitPayment(amount: Kurus, prices: readonly Kurus[]): Kurus[] {
  const sum = prices.reduce((total, price) => total + price, 0)
  const shares = prices.map(price => (sum === 0 ? 0 : Math.floor((amount * price) / sum)))
  const rest = amount - shares.reduce((total, share) => total + share, 0)
  return shares.with(-1, shares.at(-1)! + rest)
}
