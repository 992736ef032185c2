import 'client-only'
import { newId } from '@/lib/kernel/id'
import { toInstant } from '@/lib/kernel/zone'
import { inOneTransaction, mirror, type OutboxEntry, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused, refusedCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import type { Rejection } from '@/lib/sync/protocol'
import { type Appointment, holdsItsChair } from '../appointment'
import { bookAppointment } from '../book-appointment'
import type { Slot } from '../chair-time'
import { moveAppointment } from '../move-appointment'
import { setStatus } from '../set-status'

type Wanted = Slot & Pick<Appointment, 'customerId' | 'serviceId' | 'price' | 'note'>

/** Something asked of the book that the server refused, and that nobody has dealt with yet. */
export interface RefusedAppointment {
  seq: number
  reason: Rejection
  /** What was to be; null when the appointment it speaks of is no longer on the phone. */
  wanted: Wanted | null
  /** The appointment that stands as it was: its move, or a change of its state, was refused. */
  standing: Appointment | null
}

const names: string[] = [bookAppointment.name, moveAppointment.name, setStatus.name]

export async function refusedAppointments(db: ShopDatabase): Promise<RefusedAppointment[]> {
  const refused = (await refusedCommands(db)).filter(entry => names.includes(entry.name))
  return Promise.all(refused.map(entry => asRefused(db, entry)))
}

async function asRefused(db: ShopDatabase, entry: OutboxEntry): Promise<RefusedAppointment> {
  const { seq, reason } = entry as Required<OutboxEntry>
  if (entry.name === bookAppointment.name) return { seq, reason, wanted: entry.args as Wanted, standing: null }
  // A move says where to, the rest stands in the book; what stands there decides about a state too.
  const args = entry.args as Pick<Appointment, 'id'> & Partial<Slot>
  const standing = (await mirror<Appointment>(db, 'appointments').get(args.id)) ?? null
  return { seq, reason, wanted: standing && { ...standing, ...args }, standing }
}

/** Puts a refused appointment at another time and lets the refused command go, both or neither. */
export const rebook = (db: ShopDatabase, { seq, wanted, standing }: RefusedAppointment, slot: Slot): Promise<void> =>
  inOneTransaction(db, async () => {
    const { staffId, startsAt, endsAt } = slot
    if (standing && holdsItsChair(standing, toInstant(new Date()))) {
      await send(db, moveAppointment, { id: standing.id, staffId, startsAt, endsAt })
    } else if (wanted) {
      const { customerId, serviceId, price, note } = wanted
      const id = newId()
      await send(db, bookAppointment, { id, staffId, startsAt, endsAt, customerId, serviceId, price, note })
    }
    await dismissRefused(db, seq)
  })
