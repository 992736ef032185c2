import 'client-only'
import { newId } from '@/lib/kernel/id'
import { toInstant } from '@/lib/kernel/zone'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { insteadOfRefused } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { holdsItsChair } from '../appointment'
import { bookVisit } from '../commands/book-visit'
import { moveVisit } from '../commands/move-visit'
import type { OfferedPart } from '../offers/available-slots'
import type { RefusedAppointment } from './refused-appointments'

/** Puts a refused visit at another time and lets the refused command go, both or neither. `parts` stand in the order of what was wanted. */
export const rebook = (db: ShopDatabase, refused: RefusedAppointment, parts: readonly OfferedPart[]): Promise<void> =>
  insteadOfRefused(db, refused.seq, async () => {
    const { wanted, standing, visit } = refused
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
  })
