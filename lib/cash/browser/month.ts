import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, instantAt } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from '../month'
import { type MonthTotals, monthTotals, type VisitWork } from '../month-totals'
import type { SaleLine } from '../sale'
import type { Account } from '../transfer'
import { transfersOfDays } from './till'

/** Whether a phone holds the whole month by itself: this one and the one before (SPEC CA42). That they always fit is why it keeps 62 days. */
export const isOnPhone = (month: Month, today: Day): boolean => month >= addMonths(monthOf(today), -1)

/** A month's sums by day, payment and category, from its movements alone: what is on the screen first. What was done, and by whom, stands in the lines. */
export async function sumsOnPhone(db: ShopDatabase, month: Month, zone: string): Promise<MonthTotals> {
  const dated = await transfersOfDays(db, firstDayOf(month), lastDayOf(month), zone)
  const accounts = await mirror<Account>(db, 'accounts').toArray()
  const none = new Map()
  const known = { accounts: new Map(accounts.map(account => [account.id, account])), lines: none, visits: none }
  return { ...monthTotals(month, dated, known), services: [], staff: [] }
}

/**
 * The sums of a month, and of the one before it where the phone holds that too.
 * @param through the last day of the month that counts, and of the month before the same number of days
 */
export async function monthsOnPhone(
  db: ShopDatabase,
  month: Month,
  { today, zone }: { today: Day; zone: string },
): Promise<{ totals: MonthTotals; before: MonthTotals | null }> {
  const previous = isOnPhone(addMonths(month, -1), today) ? addMonths(month, -1) : null
  const first = firstDayOf(previous ?? month)
  // A closing may already have opened the next month's first day; it is not of this one.
  const [dated, accounts, lines] = await Promise.all([
    transfersOfDays(db, first, lastDayOf(month), zone),
    mirror<Account>(db, 'accounts').toArray(),
    mirror<SaleLine>(db, 'sale_lines')
      .where('eventAt')
      .between(instantAt(first, 0, zone), instantAt(addDays(lastDayOf(month), 1), 0, zone))
      .toArray(),
  ])
  const byId = new Map(lines.map(line => [line.id, line]))
  const of = (ids: Iterable<Id | null>) => [...new Set(ids)].filter(id => id !== null)
  // Refunds and late money are of lines of other days.
  const others = of(dated.map(({ transfer }) => transfer.lineId)).filter(id => !byId.has(id))
  for (const line of await mirror<SaleLine>(db, 'sale_lines').bulkGet(others)) if (line) byId.set(line.id, line)
  const visits = await visitsOf(db, of(dated.map(({ transfer }) => (transfer.lineId ? null : transfer.appointmentId))))

  const known = { accounts: new Map(accounts.map(account => [account.id, account])), lines: byId, visits }
  const days = month === monthOf(today) ? Number(today.slice(8)) : 31
  const through = (of: Month) => dated.filter(({ day }) => monthOf(day) === of && Number(day.slice(8)) <= days)
  return {
    totals: monthTotals(
      month,
      dated.filter(({ day }) => monthOf(day) === month),
      known,
    ),
    before: previous ? monthTotals(previous, through(previous), known) : null,
  }
}

async function visitsOf(db: ShopDatabase, ids: Id[]): Promise<Map<Id, VisitWork>> {
  const visits = await mirror<{ id: Id } & VisitWork>(db, 'appointments').bulkGet(ids)
  return new Map(visits.filter(visit => visit !== undefined).map(visit => [visit!.id, visit!]))
}
