import 'server-only'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import type { ContactBlock, Kind, Reason } from '../../message'
import type { Slots } from '../../render'

/** A message as it is handed over. It is put together to be sent, and is not kept. */
export interface Letter {
  messageId: Id
  kind: Kind
  /** E.164, or an e-mail address. */
  to: string
  /** The shop's own sender; null: the platform's. */
  sender: string | null
  shop: string
  /** As it will be read: what is above the buttons, the whole text message, the whole e-mail. */
  text: string
  slots: Slots
  /** What follows `/r/` in the address of its page; null: it leads to none. */
  token: string | null
  /** The whole address. */
  href: string | null
}

/** What is known of a message that a provider has taken. */
export interface Status {
  state: 'sent' | 'failed' | 'delivered' | 'read'
  /** Of what failed. */
  reason?: Reason
  /** This customer is not to be written to by this channel any more. */
  block?: ContactBlock['why']
  /** Millionths of the currency. */
  cost?: number
  currency?: string
}

/** What the provider made of a message. Nothing else is thrown but faults of ours. */
export type Handed =
  | { outcome: 'sent'; providerId: string; heard?: Status }
  /** It may have been taken: no answer, or none that says so. */
  | { outcome: 'unknown' }
  /** It was not taken, and may be in so many seconds. */
  | { outcome: 'retry'; after?: number }
  /** It was not taken, and will not be. `code`: what the provider calls it; told to the operator where it is his to mend. */
  | { outcome: 'next-channel'; reason: Reason; block?: ContactBlock['why']; code?: string }

/**
 * A way to reach people. Every implementation passes tests/contracts/channel.ts. None of them prints a number, a name or a text.
 */
export interface Channel {
  /** Whose it is: ids of messages are unique by this. */
  provider: string
  /** Hands a message over, once: nothing in here tries again. */
  send(letter: Letter): Promise<Handed>
  /**
   * The provider's ids of messages like this one that it took since then: for one of which nobody knows whether it was sent. Null: the
   * provider cannot say, ever; `not-now`: it does not answer just now.
   */
  find(letter: Letter, since: Instant): Promise<string[] | null | 'not-now'>
  /** What the provider knows of a message; null: nothing, or not now. */
  look(providerId: string): Promise<Status | null>
}

export type Channels = ReadonlyMap<'whatsapp' | 'sms' | 'email', Channel>
