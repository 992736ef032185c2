import type { ChannelsHere } from './channels-here'
import type { Message, MessageSettings, Plan } from './message'

/** Kuruş and parts of it: what messages cost is too little for whole ones. */
type Cost = number

/**
 * What an appointment costs at most by a plan: its confirmation and the reminders that the shop chose, each by the dearest channel that it may go by. A
 * customer without WhatsApp costs what was tried in vain nothing, and the text message. Null: the operator has not said what one costs.
 */
export function costOfAppointment(
  plan: Plan,
  { remindDayBefore, remindTwoHours }: Pick<MessageSettings, 'remindDayBefore' | 'remindTwoHours'>,
  prices: ChannelsHere['prices'],
): { least: Cost; most: Cost } | null {
  const each = pricesOf(plan, prices)
  if (each.some(price => price === null)) return null
  const known = each as Cost[]
  const count = 1 + Number(remindDayBefore) + Number(remindTwoHours)
  return { least: count * (known[0] ?? 0), most: count * Math.max(0, ...known) }
}

function pricesOf(plan: Plan, { whatsapp, sms }: ChannelsHere['prices']): (Cost | null)[] {
  if (plan === 'whatsapp') return [whatsapp]
  if (plan === 'whatsapp-sms') return [whatsapp, sms]
  if (plan === 'sms') return [sms]
  return []
}

export interface Spent {
  /** That cost money, or would have. */
  paid: number
  /** By the owner's own hand. */
  byHand: number
  /** By currency, millionths; what no provider has told yet is not in it. */
  sums: Map<string, number>
  /** Of how many of the paid no cost is known yet. */
  open: number
}

/** What a shop's messages have cost, as their providers said. */
export function spent(messages: readonly Pick<Message, 'channel' | 'state' | 'cost' | 'currency'>[]): Spent {
  const out: Spent = { paid: 0, byHand: 0, sums: new Map(), open: 0 }
  for (const { channel, state, cost, currency } of messages) {
    if (cost !== null && currency !== null) out.sums.set(currency, (out.sums.get(currency) ?? 0) + cost)
    if (state === 'not-sent' || state === 'planned' || state === 'failed') continue
    if (channel === 'own') out.byHand += 1
    else {
      out.paid += 1
      if (cost === null) out.open += 1
    }
  }
  return out
}

/** `₺0,25`, `$0,0061`: parts of a cent too, for that is what one message costs. */
export function formatCost(millionths: number, currency: string): string {
  return new Intl.NumberFormat('tr-TR', { style: 'currency', currency, maximumFractionDigits: 4 }).format(
    millionths / 1_000_000,
  )
}
