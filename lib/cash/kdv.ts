import type { Kurus } from '@/lib/kernel/money'

/** In percent. Null: no KDV, as under basit usul (KDVK 17/4-a). Rates since 10 July 2023. */
export const kdvRates = [null, 1, 10, 20] as const
export type KdvRate = (typeof kdvRates)[number]

/** The KDV contained in an amount, half a kuruş rounded up (SPEC CA6). The same rule stands in SQL as `private.kdv_in`. */
export function kdvIn(amount: Kurus, rate: KdvRate): Kurus {
  if (rate === null) return 0
  const whole = 100 + rate
  return Math.floor((2 * amount * rate + whole) / (2 * whole))
}

/** What is left without the KDV. */
export const matrahOf = (amount: Kurus, rate: KdvRate): Kurus => amount - kdvIn(amount, rate)
