import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'

/** What there is to tell. The same words stand in the table's checks. */
export const kinds = [
  'request-received',
  'confirmation',
  'reminder-day',
  'reminder-hours',
  'moved',
  'cancelled',
  'declined',
  'slot-offer',
  'too-late', // he cannot cancel by a message any more
  'offer-gone', // what he takes somebody else has
  'statement',
  'kvkk-link',
  'accountant-link',
] as const
export type Kind = (typeof kinds)[number]

/** By what it goes. `own`: by the hand of the owner, from his own WhatsApp. */
export const channelNames = ['whatsapp', 'sms', 'email', 'own'] as const
export type ChannelName = (typeof channelNames)[number]

/** How far it has come; a message never goes back (SPEC ME6). `unknown`: a provider may have it. */
export type State = 'planned' | 'unknown' | 'sent' | 'failed' | 'delivered' | 'read' | 'not-sent'

/** Why it was not sent, or not by the channel before the one it went by. */
export type Reason =
  // The book has moved on (SPEC ME5).
  | 'past' // its time was over
  | 'cancelled'
  | 'moved'
  | 'answered' // it stands otherwise now: agreed to, arrived, taken
  | 'undone' // the cancellation was taken back
  | 'superseded' // a later message says it all
  | 'gone' // the customer, or the appointment, was deleted
  | 'nothing-owed'
  | 'switched-off' // the owner wants no such messages
  | 'by-owner' // he said that it need not be sent
  // The channel does not take it.
  | 'opted-out'
  | 'no-whatsapp' // the number is not on WhatsApp
  | 'unreachable' // the number takes no text messages
  | 'no-number'
  | 'withheld' // WhatsApp keeps it back
  | 'not-delivered' // taken, and not there after half an hour
  | 'channel-off' // this Siftah has no such channel
  | 'cap' // the shop's month is used up
  | 'template' // the template is not approved, or not as we send it
  | 'set-up' // the account, the sender or the key
  | 'provider' // the provider failed again and again
  | 'lost' // nobody can say whether it was sent: it is not sent twice

export type Message = {
  id: Id
  kind: Kind
  class: 'transactional'
  /** What it is about: the visit, the appointment, else the customer, or itself. */
  subject: Id
  /** Null: somebody who is no customer. */
  customerId: Id | null
  /** The visit's first part when it was planned. */
  appointmentId: Id | null
  /** The time it speaks of. */
  aboutAt: Instant
  /** The address of who is no customer, until it is over. */
  recipient: string | null
  /** Of a statement: what was owed when it was planned. */
  amount: Kurus | null
  /** The path it carries, where whoever planned it made one. */
  link: string | null
  dueAt: Instant
  /** From then on it is of no use. */
  expiresAt: Instant
  /** In the order in which they are tried. */
  channels: ChannelName[]
  /** The one it goes by, or went. */
  channel: ChannelName
  state: State
  reason: Reason | null
  /** `confirmation@1` */
  template: string | null
  sentAt: Instant | null
  /** Who sent it by hand. */
  sentBy: Id | null
  deliveredAt: Instant | null
  readAt: Instant | null
  /** Millionths of the currency. */
  cost: number | null
  currency: string | null
  createdAt: Instant
}

/** How a shop writes to its customers. One row a shop, and its id is the shop's. */
export type MessageSettings = {
  id: Id
  plan: Plan
  remindDayBefore: boolean
  remindTwoHours: boolean
  /** Messages that cost money, in a month of the shop's calendar. */
  monthlyCap: number
  /** The shop's own sender, registered by the operator; null: the platform's. */
  whatsappSender: string | null
}

/** Which channels a shop uses, one after the other; after the last of them the owner sends it himself. */
export const plans = ['own', 'whatsapp', 'whatsapp-sms', 'sms', 'none'] as const
export type Plan = (typeof plans)[number]

/** By what a customer is not written to, and why (SPEC ME9). */
export type ContactBlock = {
  id: Id
  customerId: Id
  channel: 'whatsapp' | 'sms' | 'email'
  purpose: 'transactional' | 'promotion'
  why: 'opted-out' | 'no-whatsapp' | 'unreachable'
  createdAt: Instant
  liftedAt: Instant | null
}

/** What a customer wrote back. */
export type InboundMessage = {
  id: Id
  channel: 'whatsapp' | 'sms'
  provider: string
  providerId: string
  /** Null: nobody this shop knows. */
  customerId: Id | null
  /** What it answers. */
  messageId: Id | null
  appointmentId: Id | null
  /** The number, or the WhatsApp user id where there is none. */
  contact: string
  text: string | null
  /** Null: not worked yet. */
  outcome: 'confirmed' | 'cancelled' | 'accepted' | 'declined' | 'opted-out' | 'opted-in' | 'too-late' | 'note' | null
  receivedAt: Instant
  handledAt: Instant | null
}
