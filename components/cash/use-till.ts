'use client'

import { whoComes } from '@/components/appointments/words'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment, Service } from '@/lib/appointments/appointment'
import { everyAccount, reversalsOf, transfersOfDay } from '@/lib/cash/browser/till'
import { type Movement, movementOf } from '@/lib/cash/movement'
import { type Till, tillOfDay } from '@/lib/cash/till-of-day'
import type { Account } from '@/lib/cash/transfer'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { mirror, rowKey, type ShopDatabase } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'

/** A line of the till. */
export interface TillLine extends Movement {
  /** The service, or the category. */
  what: string
  /** The customer, when it was taken for an appointment. */
  who: string | null
  takenBack: boolean
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
  const reversals = await reversalsOf(
    database,
    transfers.map(transfer => transfer.id),
  )
  const takenBack = new Set(reversals.map(reversal => reversal.reversesId))
  const unconfirmed = await unconfirmedRows(database)
  const ofThisDay = new Set(transfers.map(transfer => transfer.id))
  const paidFor = await describeAppointments(
    database,
    transfers.flatMap(transfer => transfer.appointmentId ?? []),
  )

  const byId = new Map(accounts.map(account => [account.id, account]))
  const lines = transfers
    .filter(transfer => !transfer.reversesId || !ofThisDay.has(transfer.reversesId))
    .flatMap(transfer => movementOf(transfer, byId) ?? [])
    .map(movement => ({
      ...movement,
      what: movement.category.name,
      who: null,
      ...paidFor.get(movement.transfer.appointmentId ?? ''),
      takenBack: takenBack.has(movement.transfer.id),
      pending: unconfirmed.has(rowKey('transfers', movement.transfer.id)),
    }))
  return { accounts, till: tillOfDay(transfers, accounts), lines: lines.reverse() }
}

async function describeAppointments(database: ShopDatabase, ids: Id[]) {
  const appointments = await mirror<Appointment>(database, 'appointments').where('id').anyOf(ids).toArray()
  const described = await Promise.all(
    appointments.map(async appointment => {
      const service = await mirror<Service>(database, 'services').get(appointment.serviceId)
      const customer = await mirror<Customer>(database, 'customers').get(appointment.customerId ?? '')
      const words = { ...(service && { what: service.name }), who: whoComes(appointment, customer) }
      return [appointment.id, words] as const
    }),
  )
  return new Map(described)
}
