import { type Id, newId } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Selling } from './commands/sell'
import type { KdvRate } from './kdv'
import type { PlaceKind, WayKind } from './movement'
import { type OwnAccount, ownAccount } from './own-account'
import { type Due, grossOf, legsOf, type Payment } from './sale'
import { shareOut } from './share-out'

/** One thing that is sold. */
export interface Ware {
  /** The income category. */
  accountId: Id
  serviceId: Id | null
  staffId: Id | null
  appointmentId: Id | null
  /** What it is called, where it is no service. */
  name: string | null
  /** KDV included. */
  price: Kurus
  kdvRate: KdvRate
}

/** A sale as a person makes it up. */
export interface Draft {
  customerId: Id | null
  appointmentId: Id | null
  wares: readonly Ware[]
  /** What is given for all of it. Less than the prices: a discount, everybody's share. More: a tip, or a higher price. */
  amount: Kurus
  /** Whose tip it is what is above the prices; null: it is the price. */
  tipTo: Id | null
  note: string | null
  ways: Partial<Record<WayKind, Kurus>>
}

/** The debt and what was paid ahead pay first, so that a tip (the last to be paid) is what lies on the counter. */
const payingOrder: readonly WayKind[] = ['kapora', 'veresiye', 'bank', 'card', 'cash']

/**
 * The command for what a person made up: discounts shared out, everybody's account opened, and who pays for what.
 * @throws RangeError when the ways are not the amount, or when somebody without a name would owe: the form adds up before it asks
 */
export function composeSale(draft: Draft, placeId: (kind: PlaceKind) => Id): Selling {
  const { customerId, appointmentId, wares, amount, tipTo, note, ways } = draft
  const opens: OwnAccount[] = []
  const own = (kind: OwnAccount['kind'], whose: Id | null) => {
    if (!whose) throw new RangeError(`nobody's ${kind}`)
    const account = ownAccount(kind, whose)
    if (!opens.some(({ id }) => id === account.id)) opens.push(account)
    return account.id
  }

  const prices = wares.map(({ price }) => price)
  const sum = prices.reduce((total, price) => total + price, 0)
  const tip = tipTo ? Math.max(0, amount - sum) : 0
  const shares = shareOut(amount - tip, prices)
  const lines = wares.map(({ price, ...ware }, i) => {
    const gross = shares[i]!
    return {
      id: newId(),
      ...ware,
      quantity: 1,
      unitPrice: Math.max(price, gross),
      discount: Math.max(0, price - gross),
    }
  })
  const dues: Due[] = lines.map(line => ({
    lineId: line.id,
    accountId: line.accountId,
    amount: grossOf(line),
    kdvRate: line.kdvRate,
  }))
  if (tip > 0) dues.push({ lineId: null, accountId: own('staff', tipTo), amount: tip, kdvRate: null })

  const payments: Payment[] = payingOrder.flatMap(kind => {
    const paid = ways[kind] ?? 0
    if (paid <= 0) return []
    return [
      { accountId: kind === 'veresiye' || kind === 'kapora' ? own(kind, customerId) : placeId(kind), amount: paid },
    ]
  })
  const transfers = legsOf(dues, payments).map(leg => ({ id: newId(), ...leg }))
  return { id: newId(), customerId, appointmentId, note, opens, lines, transfers }
}
