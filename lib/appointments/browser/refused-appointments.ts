import 'client-only'
import { newId } from '@/lib/kernel/id'
import { toInstant } from '@/lib/kernel/zone'
import { inOneTransaction, mirror, type OutboxEntry, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused, refusedCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import type { Rejection } from '@/lib/sync/protocol'
import { type Appointment, holdsItsChair } from '../appointment'
import type { OfferedPart } from '../available-slots'
import { bookAppointment } from '../book-appointment'
import { bookVisit, type Visit } from '../book-visit'
import type { Slot } from '../chair-time'
import { moveAppointment } from '../move-appointment'
import { moveVisit } from '../move-visit'
import { setStatus } from '../set-status'
import { takeBack } from '../take-back'

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

const names: string[] = [bookVisit, moveVisit, setStatus, takeBack, bookAppointment, moveAppointment].map(
  one => one.name,
)

export async function refusedAppointments(db: ShopDatabase): Promise<RefusedAppointment[]> {
  const refused = (await refusedCommands(db)).filter(entry => names.includes(entry.name))
  return Promise.all(refused.map(entry => asRefused(db, entry)))
}

async function asRefused(db: ShopDatabase, entry: OutboxEntry): Promise<RefusedAppointment> {
  const { seq, reason } = entry as Required<OutboxEntry>
  if (entry.name === bookVisit.name) {
    const visit = entry.args as Visit
    return { seq, reason, visit, wanted: visit.parts, standing: [] }
  }
  if (entry.name === bookAppointment.name) {
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
  if (name === moveVisit.name) return (args as { moves: (Slot & { id: string })[] }).moves
  if (name === takeBack.name) return (args as { ids: string[] }).ids.map(id => ({ id }))
  const { id, ...slot } = args as Slot & { id: string }
  if (name !== moveAppointment.name) return [{ id }]
  return [{ id, ...slot }]
}

/** Puts a refused visit at another time and lets the refused command go, both or neither. `parts` stand in the order of what was wanted. */
export const rebook = (db: ShopDatabase, refused: RefusedAppointment, parts: readonly OfferedPart[]): Promise<void> =>
  inOneTransaction(db, async () => {
    const { seq, wanted, standing, visit } = refused
    const now = toInstant(new Date())
    if (standing.length > 0 && standing.every(one => holdsItsChair(one, now))) {
      const moves = standing.map(({ id }, i) => ({ ...parts[i]!, id }))
      await send(db, moveVisit, {
        moves: moves.map(({ id, staffId, startsAt, endsAt }) => ({ id, staffId, startsAt, endsAt })),
      })
    } else if (wanted.length > 0) {
      const { customerId, seriesId } = visit
      await send(db, bookVisit, {
        visitId: wanted.length > 1 ? newId() : null,
        customerId,
        seriesId,
        status: 'confirmed',
        lapsesAt: null,
        waitingId: null,
        walkInId: null,
        parts: parts.map((part, i) => ({ ...part, id: newId(), note: wanted[i]!.note })),
      })
    }
    await dismissRefused(db, seq)
  })
