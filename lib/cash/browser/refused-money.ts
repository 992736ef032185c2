import 'client-only'
import { type Id, newId } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { insteadOfRefused, refusedCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { recordTransfer } from '../commands/record-transfer'
import { type Selling, sell } from '../commands/sell'
import type { Transfer } from '../transfer'

type Transferring = Pick<Transfer, 'id' | 'fromAccountId' | 'toAccountId' | 'amount' | 'appointmentId' | 'note'>

/** Money that moved in the shop but that the server did not write down, because the appointment it belongs to is not there. */
export interface RefusedMoney {
  seq: number
  eventAt: string
  amount: Kurus
  args: Transferring | Selling
}

export const refusedMoney = async (db: ShopDatabase): Promise<RefusedMoney[]> =>
  (await refusedCommands(db))
    .filter(({ name, reason }) => (name === recordTransfer.name || name === sell.name) && reason === 'missing')
    .map(({ seq, eventAt, args }) => {
      const money = args as Transferring | Selling
      return { seq: seq!, eventAt, amount: isSale(money) ? sum(money.transfers) : money.amount, args: money }
    })

/** Writes the money down without the appointment, when it moved, and lets the refused command go, both or neither; once, however often it is tapped. */
export const recordWithoutAppointment = (db: ShopDatabase, { seq, eventAt, args }: RefusedMoney): Promise<void> =>
  insteadOfRefused(db, seq, async () => {
    const when = new Date(eventAt)
    if (isSale(args)) await send(db, sell, withoutAppointment(args), when)
    else await send(db, recordTransfer, { ...args, id: newId(), appointmentId: null }, when)
  })

/** The same sale, as another: everything in it has a new name. */
function withoutAppointment(sale: Selling): Selling {
  const names = new Map<Id, Id>(sale.lines.map(({ id }) => [id, newId()]))
  return {
    ...sale,
    id: newId(),
    appointmentId: null,
    lines: sale.lines.map(line => ({ ...line, id: names.get(line.id)!, appointmentId: null })),
    transfers: sale.transfers.map(leg => ({ ...leg, id: newId(), lineId: leg.lineId && names.get(leg.lineId)! })),
  }
}

const isSale = (args: Transferring | Selling): args is Selling => 'lines' in args

const sum = (amounts: readonly { amount: Kurus }[]) => amounts.reduce((total, { amount }) => total + amount, 0)
