'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment, Service, Staff, WorkingHours } from '@/lib/appointments/appointment'
import { agendaOfDay } from '@/lib/appointments/browser/agenda'
import { everyChair, everyService, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { everyAccount, transfersOfAppointments } from '@/lib/cash/browser/till'
import { type Movement, movementOf } from '@/lib/cash/movement'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { mirror, rowKey, type ShopDatabase } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'
import { whoComes } from './words'

/** An appointment with everything a screen says about it. */
export interface AgendaItem {
  appointment: Appointment
  name: string
  customer: Customer | undefined
  service: Service | undefined
  chair: Staff | undefined
  /** What was taken for it and not taken back; of other people's taking only what this member may see. */
  payments: Movement[]
  /** The server has not confirmed how it stands. */
  pending: boolean
}

export interface Agenda {
  day: Day
  appointments: Appointment[]
  items: ReadonlyMap<Id, AgendaItem>
  /** Those who serve, and those who did and still have something in this day. */
  chairs: Staff[]
  hours: WorkingHours[]
}

/** A day of the book, live. Undefined until first read; after a change of day the old one stands (`agenda.day`) until the new is read. */
export function useAgenda(day: Day): Agenda | undefined {
  const { shop } = useShop()
  return useLive(database => readAgenda(database, day, shop.zone), [day, shop.zone])
}

async function readAgenda(database: ShopDatabase, day: Day, zone: string): Promise<Agenda> {
  const appointments = await agendaOfDay(database, day, zone)
  const customerIds = appointments.flatMap(one => one.customerId ?? [])
  const [chairs, services, hours, accounts, transfers, customers, unconfirmed] = await Promise.all([
    everyChair(database),
    everyService(database),
    everyWorkingHours(database),
    everyAccount(database),
    transfersOfAppointments(
      database,
      appointments.map(one => one.id),
    ),
    mirror<Customer>(database, 'customers').where('id').anyOf(customerIds).toArray(),
    unconfirmedRows(database),
  ])
  const [chairOf, serviceOf, customerOf, accountById] = [byId(chairs), byId(services), byId(customers), byId(accounts)]
  const takenBack = new Set(transfers.map(transfer => transfer.reversesId))
  const payments = transfers.filter(transfer => !transfer.reversesId && !takenBack.has(transfer.id))

  const item = (appointment: Appointment): AgendaItem => {
    const customer = customerOf.get(appointment.customerId ?? '')
    return {
      appointment,
      name: whoComes(appointment, customer),
      customer,
      service: serviceOf.get(appointment.serviceId),
      chair: chairOf.get(appointment.staffId),
      payments: payments
        .filter(transfer => transfer.appointmentId === appointment.id)
        .flatMap(transfer => movementOf(transfer, accountById) ?? []),
      pending: unconfirmed.has(rowKey('appointments', appointment.id)),
    }
  }
  return {
    day,
    appointments,
    items: new Map(appointments.map(appointment => [appointment.id, item(appointment)])),
    chairs: chairs.filter(chair => !chair.archivedAt || appointments.some(one => one.staffId === chair.id)),
    hours,
  }
}

const byId = <R extends { id: Id }>(rows: R[]): Map<Id, R> => new Map(rows.map(row => [row.id, row]))
