import { v5 } from 'uuid'
import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'

/** What a chair gets of what its work brings in, from a day on (SPEC CA35). Neither percent nor fixed: nothing. */
export type StaffShare = {
  id: Id
  staffId: Id
  fromDay: Day
  /** 1 to 100, of what was collected. */
  percent: number | null
  /** For each piece of work, once it is paid in full; in part, in proportion. */
  fixed: Kurus | null
}

/** The id of what a chair gets from that day on: two phones that set it set the same one. */
export const shareId = (staffId: Id, fromDay: Day): Id => v5(`share/${fromDay}`, staffId)

/** What holds on that day; undefined where nothing was ever said for it. */
export const shareOn = (shares: readonly StaffShare[], staffId: Id, day: Day): StaffShare | undefined =>
  shares
    .filter(share => share.staffId === staffId && share.fromDay <= day)
    .reduce<StaffShare | undefined>((last, share) => (last && last.fromDay > share.fromDay ? last : share), undefined)

interface Work {
  quantity: number
  gross: Kurus
  collected: Kurus
}

/** The chair's part of what was collected of a line, half a kuruş rounded up. The same rule stands in SQL in `private.earned_through`. */
export function shareOf({ quantity, gross, collected }: Work, share: StaffShare | undefined): Kurus {
  if (share?.percent) return Math.floor((2 * collected * share.percent + 100) / 200)
  if (!share?.fixed || gross === 0) return 0
  // Their product is past what a number holds to the kuruş.
  const earned =
    (2n * BigInt(share.fixed) * BigInt(quantity) * BigInt(collected) + BigInt(gross)) / (2n * BigInt(gross))
  return Number(earned)
}
