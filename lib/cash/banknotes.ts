import type { Kurus } from '@/lib/kernel/money'

/** Türkiye's notes and coins in kuruş, the largest first. */
export const denominations: readonly Kurus[] = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 25, 10, 5]

/** How many of each, by its worth in kuruş. */
export type Notes = Record<string, number>

export const worthOf = (notes: Notes): Kurus =>
  Object.entries(notes).reduce((sum, [worth, count]) => sum + Number(worth) * count, 0)
