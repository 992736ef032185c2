import * as z from 'zod/mini'
import { day, id, optionalWords, price } from '@/lib/kernel/fields'
import { defineCommand, type Patch } from '@/lib/sync/command'
import { denominations, worthOf } from '../banknotes'
import { bookedDay } from '../booked-day'
import type { DayClosing } from '../day-closing'
import { foreseeClosing, type KnownTill } from '../foresee-closing'
import type { SaleLine } from '../sale'
import type { StaffShare } from '../share'
import type { Account, Transfer } from '../transfer'
import { opens, opensPatches } from './opens'

const notes = z
  .record(z.string(), z.int().check(z.minimum(1), z.maximum(100_000)))
  .check(z.refine(counts => Object.keys(counts).every(worth => denominations.some(one => String(one) === worth))))

const args = z
  .object({
    id,
    day,
    counted: price,
    left: price,
    /** What was in the drawer before the very first day; counts at a shop's first closing only. */
    opening: price,
    notes: z.nullable(notes),
    reason: optionalWords(500),
    opens,
  })
  .check(
    z.refine(({ counted, left }) => left <= counted),
    z.refine(({ counted, notes }) => notes === null || worthOf(notes) === counted),
  )
export type ClosingDay = z.infer<typeof args>

/**
 * Closes the book up to a day (SPEC CA32). Refused (`day-closed`) where it is closed already. What was counted is the fact; what should have
 * been is reckoned by the server from all it has heard, and foreseen here from what this phone knows.
 */
export const closeDay = defineCommand<ClosingDay>({
  name: 'cash.close-day@1',
  args,
  personal: { table: 'day_closings', records: args => [args] },
  patches: async ({ opens, opening, left, ...args }, { eventAt, userId, row, rows, zone }) => {
    const accountPatches = await opensPatches(opens, row)
    const till: KnownTill = {
      accounts: await rows<Account>('accounts'),
      transfers: await rows<Transfer>('transfers'),
      lines: await rows<SaleLine>('sale_lines'),
      shares: await rows<StaffShare>('staff_shares'),
      chairs: await rows<KnownTill['chairs'][number]>('staff'),
      before: lastOf(await rows<DayClosing>('day_closings')),
      zone,
    }
    const summary = JSON.stringify(foreseeClosing(till, { ...args, left, opening, eventAt }))
    const heard = { eventAt, createdAt: null, createdBy: userId, sha256: null }
    // What was done before and has not been sent either is heard before: it belongs to the day that closes, not to the one that opens.
    const held = till.transfers
      .filter(transfer => transfer.day === undefined)
      .map(transfer => ({ id: transfer.id, day: bookedDay(transfer, till.before?.day ?? null, zone) }))
      .filter(transfer => transfer.day <= args.day)
    return [
      ...accountPatches,
      ...held.map(({ id, day }): Patch => ({ table: 'transfers', id, set: { day } })),
      { table: 'day_closings', id: args.id, put: { ...args, leftAmount: left, ...heard, summary } },
    ]
  },
})

/** The closing of the last closed day. */
export const lastOf = (closings: readonly DayClosing[]): DayClosing | undefined =>
  closings.reduce<DayClosing | undefined>((last, one) => (last && last.day > one.day ? last : one), undefined)
