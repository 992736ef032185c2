import 'client-only'
import { newId } from '@/lib/kernel/id'
import { inOneTransaction, type ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused, refusedCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { recordTransfer } from '../record-transfer'
import type { Transfer } from '../transfer'

/** Money that moved in the shop but that the server did not write down, because the appointment it belongs to is not there. */
export interface RefusedTransfer {
  seq: number
  eventAt: string
  args: Pick<Transfer, 'id' | 'fromAccountId' | 'toAccountId' | 'amount' | 'appointmentId' | 'note'>
}

export const refusedTransfers = async (db: ShopDatabase): Promise<RefusedTransfer[]> =>
  (await refusedCommands(db))
    .filter(entry => entry.name === recordTransfer.name && entry.reason === 'missing')
    .map(({ seq, eventAt, args }) => ({ seq: seq!, eventAt, args: args as RefusedTransfer['args'] }))

/** Writes the money down without the appointment, when it moved, and lets the refused command go, both or neither. */
export const recordWithoutAppointment = (db: ShopDatabase, { seq, eventAt, args }: RefusedTransfer): Promise<void> =>
  inOneTransaction(db, async () => {
    await send(db, recordTransfer, { ...args, id: newId(), appointmentId: null }, new Date(eventAt))
    await dismissRefused(db, seq)
  })
