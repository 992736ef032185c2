'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import { type Appointment, holdsItsChair, type Service, type Staff, type WalkIn } from '@/lib/appointments/appointment'
import { type ShopBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { everyAccount, transfersOfAppointments } from '@/lib/cash/browser/till'
import { type Movement, movementOf } from '@/lib/cash/movement'
import type { Account, Transfer } from '@/lib/cash/transfer'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { type Day, toInstant } from '@/lib/kernel/zone'
import { mirror, rowKey, type ShopDatabase } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'
import { whoComes } from '../words'

/** An appointment with everything a screen says about it. */
export interface AgendaItem {
  appointment: Appointment
  name: string
  customer: Customer | undefined
  service: Service | undefined
  chair: Staff | undefined
  /** What was taken for it and not taken back; of other people's taking only what this member may see. */
  payments: Movement[]
  /** What would have to be taken back if it had not ended: the payments, and a tip. Not a kapora: that is given back by itself. */
  taken: Id[]
  /** The server has not confirmed how it stands. */
  pending: boolean
}

export interface Agenda {
  day: Day
  book: ShopBook
  items: ReadonlyMap<Id, AgendaItem>
  /** Those who serve, and those who did and still have something in this day. */
  chairs: Staff[]
}

/** A day of the book, live. Undefined until first read; after a change of day the old one stands (`agenda.day`) until the new is read. */
export function useAgenda(day: Day): Agenda | undefined {
  const { shop } = useShop()
  return useLive(database => readAgenda(database, day, shop.zone), [day, shop.zone])
}

async function readAgenda(database: ShopDatabase, day: Day, zone: string): Promise<Agenda> {
  const book = await shopBook(database, day, 1, zone)
  const items = await itemsOf(database, book, book.appointments)
  const chairs = book.staff.filter(
    chair => !chair.archivedAt || book.appointments.some(one => one.staffId === chair.id),
  )
  return { day, book, items, chairs }
}

/** Everything said about these appointments, by their id. */
export async function itemsOf(
  database: ShopDatabase,
  { staff, services }: Pick<ShopBook, 'staff' | 'services'>,
  appointments: readonly Appointment[],
): Promise<ReadonlyMap<Id, AgendaItem>> {
  const customerIds = [...new Set(appointments.flatMap(one => one.customerId ?? []))]
  const ids = appointments.map(one => one.id)
  const [accounts, transfers, customers, seated, unconfirmed] = await Promise.all([
    everyAccount(database),
    transfersOfAppointments(database, ids),
    mirror<Customer>(database, 'customers').bulkGet(customerIds),
    mirror<WalkIn>(database, 'walk_ins').where('appointmentId').anyOf(ids).toArray(),
    unconfirmedRows(database),
  ])
  const [chairOf, serviceOf, accountById] = [byId(staff), byId(services), byId(accounts)]
  const customerOf = byId(customers.filter(customer => customer !== undefined))
  const takenBack = new Set(transfers.map(transfer => transfer.reversesId))
  const payments = transfers.filter(transfer => !transfer.reversesId && !takenBack.has(transfer.id))

  const item = (appointment: Appointment): AgendaItem => {
    const customer = customerOf.get(appointment.customerId ?? '')
    return {
      appointment,
      // Who is no customer is called what he was called while he waited.
      name: seated.find(one => one.appointmentId === appointment.id)?.name ?? whoComes(appointment, customer),
      customer,
      service: serviceOf.get(appointment.serviceId),
      chair: chairOf.get(appointment.staffId),
      ...paidFor(appointment, payments, accountById),
      pending: unconfirmed.has(rowKey('appointments', appointment.id)),
    }
  }
  return new Map(appointments.map(appointment => [appointment.id, item(appointment)]))
}

/** A refund stands for itself and is no payment. */
function paidFor({ id }: Appointment, standing: readonly Transfer[], accounts: ReadonlyMap<Id, Account>) {
  const own = standing.filter(transfer => transfer.appointmentId === id)
  const payments = own.flatMap(transfer => movementOf(transfer, accounts) ?? [])
  const tips = own.filter(({ saleId, lineId }) => saleId && !lineId)
  return { payments, taken: [...payments.map(({ transfer }) => transfer), ...tips].map(transfer => transfer.id) }
}

const byId = <R extends { id: Id }>(rows: R[]): Map<Id, R> => new Map(rows.map(row => [row.id, row]))

/** All parts of the visit to which the appointment belongs, itself included, in the order of the clock. */
export function visitOf({ items }: Pick<Agenda, 'items'>, item: AgendaItem): AgendaItem[] {
  const { id, visitId } = item.appointment
  return [...items.values()]
    .filter(({ appointment }) => appointment.id === id || (visitId !== null && appointment.visitId === visitId))
    .sort((a, b) => (a.appointment.startsAt < b.appointment.startsAt ? -1 : 1))
}

/** Those of a visit's parts that are still to come or going on. */
export const openParts = (parts: readonly AgendaItem[]): Appointment[] =>
  parts.map(({ appointment }) => appointment).filter(one => holdsItsChair(one, toInstant(new Date())))
