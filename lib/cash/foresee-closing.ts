import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { addDays, type Day, dayOf, type Instant } from '@/lib/kernel/zone'
import { bookedDay } from './booked-day'
import type { ChairDay, DayClosing, DaySummary, Flow } from './day-closing'
import { earnedBy } from './earned'
import type { SaleLine } from './sale'
import type { StaffShare } from './share'
import type { Account, Transfer } from './transfer'

/** What a phone knows of the till. */
export interface KnownTill {
  accounts: readonly Account[]
  transfers: readonly Transfer[]
  lines: readonly SaleLine[]
  shares: readonly StaffShare[]
  chairs: readonly { id: Id; name: string; position: number }[]
  /** The closing before, if there is one. */
  before: Pick<DayClosing, 'day' | 'leftAmount' | 'summary'> | undefined
  zone: string
}

/** What the owner says when he closes. */
export interface Counted {
  day: Day
  eventAt: Instant
  counted: Kurus
  left: Kurus
  /** What was in the drawer before the very first day; counts at the first closing only. */
  opening: Kurus
}

/**
 * The day as the server will write it, if it has heard no more than this phone (SPEC CA32): the same reckoning stands in SQL in `private.close_day`.
 * Where a phone does not hold all of the past, what a chair is owed builds on what the closing before says.
 */
export function foreseeClosing(till: KnownTill, { day, eventAt, counted, left, opening }: Counted): DaySummary {
  const { before, zone } = till
  const accounts = new Map(till.accounts.map(account => [account.id, account]))
  const since = before ? addDays(before.day, 1) : null
  const dated = till.transfers.map(transfer => ({ transfer, day: bookedDay(transfer, before?.day ?? null, zone) }))
  const through = (last: Day) => dated.filter(one => one.day <= last).map(({ transfer }) => transfer)
  const booked = dated
    .filter(one => one.day <= day && (since === null || one.day >= since))
    .map(({ transfer }) => transfer)

  const flows = new Map<string, Flow>()
  const sold = new Set<Id>()
  let [moved, kdv, late] = [0, 0, 0]
  for (const transfer of booked) {
    const [from, to] = [accounts.get(transfer.fromAccountId)?.kind, accounts.get(transfer.toAccountId)?.kind]
    if (!from || !to) continue // an account of another phone that has not come down yet
    const key = `${from} ${to}`
    const flow = flows.get(key) ?? { from, to, amount: 0, count: 0 }
    flows.set(key, { ...flow, amount: flow.amount + transfer.amount, count: flow.count + 1 })
    moved += (to === 'cash' ? transfer.amount : 0) - (from === 'cash' ? transfer.amount : 0)
    kdv += from === 'income' ? transfer.kdv : to === 'income' ? -transfer.kdv : 0
    if (from === 'income' && !transfer.reversesId) sold.add(transfer.saleId ?? transfer.id)
    if (since && dayOf(transfer.eventAt, zone) < since) late++
  }

  const earned = earnedBy(through(day), till.lines, till.shares, accounts, zone)
  const earnedBefore = before ? earnedBy(through(before.day), till.lines, till.shares, accounts, zone) : new Map()
  const staff = till.chairs
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .flatMap(chair => chairDay(chair, booked, (earned.get(chair.id) ?? 0) - (earnedBefore.get(chair.id) ?? 0), till))
  const began = before?.leftAmount ?? opening
  const expected = began + moved
  return {
    version: 1,
    day,
    since,
    closedAt: eventAt,
    flows: [...flows.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
    sales: sold.size,
    late,
    kdv,
    staff,
    cash: { began, moved, expected, counted, difference: counted - expected, taken: counted - left, left },
  }
}

function chairDay(
  { id, name }: KnownTill['chairs'][number],
  booked: readonly Transfer[],
  earned: Kurus,
  { accounts, before }: KnownTill,
): ChairDay[] {
  const own = accounts.find(account => account.kind === 'staff' && account.staffId === id)
  const shares = accounts.find(account => account.kind === 'shares')?.id
  let [tips, paid] = [0, 0]
  for (const { fromAccountId, toAccountId, amount, reversesId } of booked) {
    if (!own || fromAccountId === shares || toAccountId === shares) continue
    // What takes a tip back goes in, what takes a payment back goes out.
    if (fromAccountId === own.id && reversesId) paid -= amount
    else if (fromAccountId === own.id) tips += amount
    else if (toAccountId === own.id && reversesId) tips -= amount
    else if (toAccountId === own.id) paid += amount
  }
  const summary: DaySummary | null = before ? JSON.parse(before.summary) : null
  const owedBefore = summary?.staff.find(chair => chair.id === id)?.owed ?? 0
  const owed = owedBefore + earned + tips - paid
  return earned === 0 && tips === 0 && paid === 0 && owed === 0 ? [] : [{ id, name, earned, tips, paid, owed }]
}
