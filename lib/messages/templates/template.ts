import type { Kind } from '../message'

/** What a text has room for. Nothing in it names the customer: a message that goes astray tells a stranger nothing about him. */
export type Slot = 'shop' | 'phone' | 'day' | 'time' | 'until' | 'amount' | 'link'

/** The answers that a customer gives by a tap, and that he may type as well. */
export type Reply = 'confirm' | 'cancel' | 'accept' | 'decline'

/** A button below a WhatsApp message: an answer, or a page. Titles of at most 20 letters. */
export type Button = { title: string; reply: Reply } | { title: string; page: 'r' | 'kvkk' | 'm' }

/**
 * A fixed text with room for a few facts. Shops cannot change it: WhatsApp approves each word, and so no promotion gets in by accident (SPEC ME2).
 * A changed word is a new version, to be approved anew: `npm run templates` prints what to submit.
 *
 * `{shop}` is a slot; `[…]` is left out when a slot in it is empty.
 */
export interface Template {
  kind: Kind
  version: number
  /** On WhatsApp: begins and ends with words, and no slot touches another. E-mails and the owner's own WhatsApp say the same, with the link behind it. */
  body: string
  buttons: readonly Button[]
  /** One segment, with no link in it (SPEC ME10); null: it does not go by text message. */
  sms: string | null
}

export const yesOrNo: readonly Button[] = [
  { title: 'Geliyorum', reply: 'confirm' },
  { title: 'İptal et', reply: 'cancel' },
  { title: 'Randevumu gör', page: 'r' },
]

export const itsPage: readonly Button[] = [{ title: 'Randevumu gör', page: 'r' }]
