import * as z from 'zod/mini'
import type { Instant } from '@/lib/kernel/zone'

const LONGEST_MS = 12 * 3_600_000

/** What the database asks of every appointment: it ends after it starts, and within twelve hours. */
export const lastsAtMostHalfADay = z.refine<{ startsAt: Instant; endsAt: Instant }>(
  ({ startsAt, endsAt }) => startsAt < endsAt && Date.parse(endsAt) - Date.parse(startsAt) <= LONGEST_MS,
)
