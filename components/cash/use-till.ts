'use client'

import { whoComes } from '@/components/appointments/words'
import { nameOf } from '@/components/customers/names'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment, Service } from '@/lib/appointments/appointment'
import { everyAccount, reversalsOf, transfersOfDay } from '@/lib/cash/browser/till'
import type { Sale, SaleLine } from '@/lib/cash/sale'
import { type Entry, tillEntries } from '@/lib/cash/till-entries'
import { type Till, tillOfDay } from '@/lib/cash/till-of-day'
import type { Account } from '@/lib/cash/transfer'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { mirror, rowKey, type ShopDatabase } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'
import { entryWords } from './words'

/** A line of the till. */
export interface TillLine extends Entry {
  /** The services, the category, or what happened. */
  what: string
  /** The customer, where it is known whose it was. */
  who: string | null
  /** Whose it was: so that a debt can be lowered by a refund. */
  customerId: Id | null
  note: string | null
  /** The server has not confirmed it. */
  pending: boolean
}

export interface TillDay {
  till: Till
  /** The newest first. What was taken back stands once, and says so. */
  lines: TillLine[]
  accounts: Account[]
}

/**
 * A day of the till, live; a phone whose member may not see the till holds only what he took himself. Undefined until first read;
 * after a change of day the old one stands until the new is read.
 */
export function useTill(day: Day): TillDay | undefined {
  const { shop } = useShop()
  return useLive(database => readTill(database, day, shop.zone), [day, shop.zone])
}

async function readTill(database: ShopDatabase, day: Day, zone: string): Promise<TillDay> {
  const accounts = await everyAccount(database)
  const transfers = await transfersOfDay(database, day, zone)
  const ids = transfers.map(transfer => transfer.id)
  const reversals = await reversalsOf(database, ids)
  const unconfirmed = await unconfirmedRows(database)
  const byId = new Map(accounts.map(account => [account.id, account]))
  const entries = tillEntries(transfers, reversals, byId)
  const described = await describeEntries(database, entries, byId)

  const lines = entries.map((entry, i) => ({
    ...entry,
    ...described[i]!,
    pending: entry.transfers.some(({ id }) => unconfirmed.has(rowKey('transfers', id))),
  }))
  return { accounts, till: tillOfDay(transfers, accounts), lines: lines.reverse() }
}

/** What each was for, and whose it was, by whatever it names: its sale, its appointment, somebody's account. */
async function describeEntries(database: ShopDatabase, entries: readonly Entry[], accounts: ReadonlyMap<Id, Account>) {
  const all = entries.flatMap(({ transfers }) => transfers)
  const saleIds = [...new Set(all.flatMap(({ saleId }) => saleId ?? []))]
  const appointmentIds = [...new Set(all.flatMap(({ appointmentId }) => appointmentId ?? []))]
  const [sales, saleLines, appointments] = await Promise.all([
    mirror<Sale>(database, 'sales').bulkGet(saleIds),
    mirror<SaleLine>(database, 'sale_lines').where('saleId').anyOf(saleIds).sortBy('position'),
    mirror<Appointment>(database, 'appointments').bulkGet(appointmentIds),
  ])
  const saleOf = byId(sales)
  const appointmentOf = byId(appointments)
  const serviceOf = byId(await mirror<Service>(database, 'services').toArray())
  const owners = entries.map(({ transfers }) => {
    const [{ saleId, appointmentId, fromAccountId, toAccountId }] = transfers as [Entry['transfers'][0]]
    const own = accounts.get(fromAccountId)?.customerId ?? accounts.get(toAccountId)?.customerId
    return saleOf.get(saleId ?? '')?.customerId ?? own ?? appointmentOf.get(appointmentId ?? '')?.customerId ?? null
  })
  const customerOf = byId(
    await mirror<Customer>(database, 'customers').bulkGet([...new Set(owners.filter(id => id !== null))]),
  )

  return entries.map((entry, i) => {
    const [{ saleId, appointmentId, note }] = entry.transfers as [Entry['transfers'][0]]
    const lines = saleLines.filter(line => line.saleId === saleId)
    const appointment = appointmentOf.get(appointmentId ?? '')
    const named = lines.map(line => serviceOf.get(line.serviceId ?? '')?.name ?? line.name)
    const sold = lines.length > 0 ? named.filter(name => name !== null && name !== undefined) : []
    const service = lines.length === 0 && entry.category ? serviceOf.get(appointment?.serviceId ?? '')?.name : undefined
    const customer = customerOf.get(owners[i] ?? '')
    return {
      what: sold.join(' + ') || service || entryWords[entry.kind] || (entry.category?.name ?? 'Kasa'),
      who: appointment ? whoComes(appointment, customer) : customer ? nameOf(customer) : null,
      customerId: owners[i] ?? null,
      note: note ?? saleOf.get(saleId ?? '')?.note ?? null,
    }
  })
}

const byId = <R extends { id: Id }>(rows: readonly (R | undefined)[]): Map<Id, R> =>
  new Map(rows.flatMap(row => (row ? [[row.id, row] as const] : [])))
