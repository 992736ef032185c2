import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'
import type { Month } from './month'
import type { SaleLine } from './sale'
import type { Account, AccountKind, Transfer } from './transfer'

/** What came in and went out in a month, by names that the phone knows (SPEC CA41). Income stands on the day of the sale, however it is paid. */
export interface MonthTotals {
  month: Month
  income: Kurus
  expense: Kurus
  /** KDV in what was sold, and in what was spent. */
  kdvSold: Kurus
  kdvPaid: Kurus
  /** Veresiye that was paid in the month. */
  collected: Kurus
  /** Days on which anything moved. */
  days: { day: Day; income: Kurus; expense: Kurus }[]
  /** Income by how it was paid. */
  payments: Partial<Record<AccountKind, Kurus>>
  /** Income and expense, each above zero unless more went back. */
  categories: { accountId: Id; amount: Kurus }[]
  /** A service; or (null) something with a name of its own; or (both null) only its category is known. */
  services: { serviceId: Id | null; name: string | null; accountId: Id | null; count: number; amount: Kurus }[]
  staff: { staffId: Id | null; amount: Kurus }[]
}

export const incomeKinds: readonly AccountKind[] = ['income', 'surplus']
export const expenseKinds: readonly AccountKind[] = ['expense', 'shortage', 'shares']
const places: readonly AccountKind[] = ['cash', 'card', 'bank']

/** What a visit was, for money that was taken for it without a sale. */
export type VisitWork = { serviceId: Id; staffId: Id }

interface Known {
  accounts: ReadonlyMap<Id, Account>
  lines: ReadonlyMap<Id, SaleLine>
  visits: ReadonlyMap<Id, VisitWork>
}

/**
 * The sums of a month. The same reckoning stands in SQL in `public.month_totals`.
 * @param transfers those of the month, each with the day in whose book it stands
 */
export function monthTotals(
  month: Month,
  transfers: readonly { transfer: Transfer; day: Day }[],
  { accounts, lines, visits }: Known,
): MonthTotals {
  const totals = { month, income: 0, expense: 0, kdvSold: 0, kdvPaid: 0, collected: 0 }
  const days = new Map<Day, { day: Day; income: Kurus; expense: Kurus }>()
  const payments: MonthTotals['payments'] = {}
  const categories = new Map<Id, Kurus>()
  const units = new Map<string, MonthTotals['services'][number]>()
  const staff = new Map<Id | null, Kurus>()
  const ofDay = (day: Day) => {
    const found = days.get(day) ?? { day, income: 0, expense: 0 }
    days.set(day, found)
    return found
  }

  for (const { transfer, day } of transfers) {
    const [from, to] = [accounts.get(transfer.fromAccountId), accounts.get(transfer.toAccountId)]
    if (!from || !to) continue
    if (from.kind === 'veresiye' && places.includes(to.kind)) totals.collected += transfer.amount
    if (to.kind === 'veresiye' && places.includes(from.kind)) totals.collected -= transfer.amount

    for (const [own, other, sign] of [[from, to, 1] as const, [to, from, -1] as const]) {
      const amount = sign * transfer.amount
      if (incomeKinds.includes(own.kind)) {
        totals.income += amount
        totals.kdvSold += sign * transfer.kdv
        ofDay(day).income += amount
        add(categories, own.id, amount)
        payments[other.kind] = (payments[other.kind] ?? 0) + amount
        if (own.kind === 'income') {
          const line = lines.get(transfer.lineId ?? '')
          const visit = transfer.lineId ? undefined : visits.get(transfer.appointmentId ?? '')
          add(staff, line?.staffId ?? visit?.staffId ?? null, amount)
          addUnit(units, transfer, { line, visit, own, amount })
        }
      }
      if (expenseKinds.includes(own.kind)) {
        totals.expense -= amount
        totals.kdvPaid -= sign * transfer.kdv
        ofDay(day).expense -= amount
        add(categories, own.id, -amount)
      }
    }
  }
  return {
    ...totals,
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    payments,
    categories: [...categories].map(([accountId, amount]) => ({ accountId, amount })),
    services: byWhatItWas([...units.values()]),
    staff: [...staff].map(([staffId, amount]) => ({ staffId, amount })),
  }
}

function add<K>(sums: Map<K, Kurus>, key: K, amount: Kurus): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}

interface Unit {
  line: SaleLine | undefined
  visit: VisitWork | undefined
  own: Account
  amount: Kurus
}

/** A line, or a payment with what took it back: it counts as a piece of work while something of it is left. */
function addUnit(units: Map<string, MonthTotals['services'][number]>, transfer: Transfer, unit: Unit): void {
  const { line, visit, own, amount } = unit
  const serviceId = line?.serviceId ?? visit?.serviceId ?? null
  const name = serviceId ? null : (line?.name ?? null)
  const accountId = serviceId || name ? null : own.id
  const key = [transfer.lineId ?? transfer.reversesId ?? transfer.id, serviceId, name, accountId].join(' ')
  const known = units.get(key)
  if (known) known.amount += amount
  else units.set(key, { serviceId, name, accountId, count: line?.quantity ?? 1, amount })
}

function byWhatItWas(units: readonly MonthTotals['services'][number][]): MonthTotals['services'] {
  const rows = new Map<string, MonthTotals['services'][number]>()
  for (const unit of units) {
    const key = [unit.serviceId, unit.name, unit.accountId].join(' ')
    const row = rows.get(key) ?? { ...unit, count: 0, amount: 0 }
    rows.set(key, row)
    row.amount += unit.amount
    if (unit.amount > 0) row.count += unit.count
  }
  return [...rows.values()]
}
