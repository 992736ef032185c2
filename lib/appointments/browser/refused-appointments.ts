import 'client-only'
import { mirror, type OutboxEntry, type ShopDatabase } from '@/lib/sync/browser/database'
import { refusedCommands } from '@/lib/sync/browser/outbox'
import type { Rejection } from '@/lib/sync/protocol'
import type { Appointment } from '../appointment'
import type { Visit } from '../commands/book-visit'
import type { OfferedPart } from '../offers/available-slots'
import type { Slot } from '../time/chair-time'

type WantedPart = OfferedPart & Pick<Appointment, 'note'>

/** Something asked of the book that the server refused, and that nobody has dealt with yet. */
export interface RefusedAppointment {
  seq: number
  reason: Rejection
  /** For whom, and as what. */
  visit: Pick<Visit, 'customerId' | 'seriesId' | 'status' | 'walkInId'>
  /** What was to be, part by part; none when the appointment it speaks of is no longer on the phone. */
  wanted: WantedPart[]
  /** What stands as it was, part by part: its move, or a change of its state, was refused. */
  standing: Appointment[]
}

// By name, and not from their definitions: those are read when somebody does something, this at every start.
const BOOK = 'appointments.book@2'
const MOVE = 'appointments.move@2'
const TAKE_BACK = 'appointments.take-back@1'
const BOOK_AT_FIRST = 'appointments.book@1'
const MOVE_AT_FIRST = 'appointments.move@1'
const names = [BOOK, MOVE, TAKE_BACK, 'appointments.set-status@1', BOOK_AT_FIRST, MOVE_AT_FIRST]

export async function refusedAppointments(db: ShopDatabase): Promise<RefusedAppointment[]> {
  const refused = (await refusedCommands(db)).filter(entry => names.includes(entry.name))
  return Promise.all(refused.map(entry => asRefused(db, entry)))
}

async function asRefused(db: ShopDatabase, entry: OutboxEntry): Promise<RefusedAppointment> {
  const { seq, reason } = entry as Required<OutboxEntry>
  if (entry.name === BOOK) {
    const visit = entry.args as Visit
    return { seq, reason, visit, wanted: visit.parts, standing: [] }
  }
  if (entry.name === BOOK_AT_FIRST) {
    const part = { ...(entry.args as WantedPart & Pick<Visit, 'customerId'>), prepareMinutes: 0, cleanMinutes: 0 }
    const { customerId } = part
    return { seq, reason, visit: { customerId, ...newly }, wanted: [part], standing: [] }
  }
  // A move says where to, the rest stands in the book; what stands there decides about a state too.
  const changes = changesOf(entry)
  const found = await mirror<Appointment>(db, 'appointments').bulkGet(changes.map(({ id }) => id))
  const standing = found.filter(one => one !== undefined)
  const wanted = standing.map(one => ({ ...one, ...changes.find(({ id }) => id === one.id) }))
  const { customerId = null, seriesId = null } = standing[0] ?? {}
  return { seq, reason, visit: { ...newly, customerId, seriesId }, wanted, standing }
}

const newly = { seriesId: null, status: 'confirmed', walkInId: null } as const

function changesOf({ name, args }: OutboxEntry): (Pick<Appointment, 'id'> & Partial<Slot>)[] {
  if (name === MOVE) return (args as { moves: (Slot & { id: string })[] }).moves
  if (name === TAKE_BACK) return (args as { ids: string[] }).ids.map(id => ({ id }))
  const { id, ...slot } = args as Slot & { id: string }
  if (name !== MOVE_AT_FIRST) return [{ id }]
  return [{ id, ...slot }]
}
