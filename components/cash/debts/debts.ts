import { nameOf } from '@/components/customers/names'
import type { Service } from '@/lib/appointments/appointment'
import type { OpenDebt } from '@/lib/cash/ageing'
import { type MoneyOfCustomer, moneyOfCustomer, moneyOfCustomers } from '@/lib/cash/browser/debts'
import type { SaleLine } from '@/lib/cash/sale'
import type { StatementLine } from '@/lib/cash/statement'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { dayOf } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'

/** Somebody who owes. */
export interface Debtor extends MoneyOfCustomer {
  name: string
}

/** Everybody who owes, whose debt is oldest first. */
export async function debtors(db: ShopDatabase): Promise<Debtor[]> {
  const owing = (await moneyOfCustomers(db)).filter(({ owed }) => owed > 0)
  const customers = await mirror<Customer>(db, 'customers').bulkGet(owing.map(({ customerId }) => customerId))
  return owing
    .map((money, i) => ({ ...money, name: customers[i] ? nameOf(customers[i]) : 'Silinmiş müşteri' }))
    .sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1))
}

/** Since when he owes. */
export const sinceOf = ({ debts }: MoneyOfCustomer): string => debts[0]?.transfer.eventAt ?? ''

export interface Account {
  money: MoneyOfCustomer
  customer: Customer | undefined
  lines: StatementLine[]
}

/** One customer's debts, each with what it was for as far as this phone knows. */
export async function accountOfCustomer(db: ShopDatabase, customerId: Id, zone: string): Promise<Account> {
  const money = await moneyOfCustomer(db, customerId)
  const [customer, services, sold] = await Promise.all([
    mirror<Customer>(db, 'customers').get(customerId),
    mirror<Service>(db, 'services').toArray(),
    mirror<SaleLine>(db, 'sale_lines').bulkGet(money.debts.flatMap(({ transfer }) => transfer.lineId ?? [])),
  ])
  const lineOf = new Map(sold.flatMap(line => (line ? [[line.id, line] as const] : [])))
  const whatOf = ({ transfer }: OpenDebt) => {
    if (transfer.importId) return 'eski borç'
    const line = lineOf.get(transfer.lineId ?? '')
    return services.find(({ id }) => id === line?.serviceId)?.name ?? line?.name ?? transfer.note
  }
  return {
    money,
    customer,
    lines: money.debts.map(debt => ({
      day: dayOf(debt.transfer.eventAt, zone),
      what: whatOf(debt),
      amount: debt.transfer.amount,
      left: debt.left,
    })),
  }
}
