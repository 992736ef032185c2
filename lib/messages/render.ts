import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { formatPhone } from '@/lib/kernel/phone-format'
import { dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'
import type { Kind } from './message'
import { everyTemplate } from './templates/every-template'
import type { Slot } from './templates/template'

/** What a message says, before it is put in words. */
export interface Facts {
  kind: Kind
  shop: { name: string; phone: string | null; zone: string }
  /** The time it speaks of. */
  aboutAt: Instant
  /** Of an offer: until when it is kept. */
  lapsesAt: Instant | null
  /** Of a statement. */
  owed: Kurus | null
}

export type Slots = Record<Slot, string>

/** The words for the slots of a template; empty where there is nothing to say. */
export function slotsOf({ shop, aboutAt, lapsesAt, owed }: Facts, link = ''): Slots {
  return {
    shop: plain(shop.name),
    phone: shop.phone ? formatPhone(shop.phone) : '',
    day: formatDay(dayOf(aboutAt, shop.zone)),
    time: formatTime(aboutAt, shop.zone),
    until: lapsesAt ? formatTime(lapsesAt, shop.zone) : '',
    amount: owed === null ? '' : formatMoney(owed),
    link,
  }
}

/**
 * A name that no template stumbles over: on one line, without the marks of formatting and the empty places in which WhatsApp refuses a variable
 * (error 63013), never empty.
 */
export const plain = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}{}[\]*_~`]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim() || 'Dükkân'

/** The text with its slots filled. `[…]` goes when a slot in it is empty. */
export function fill(text: string, slots: Slots): string {
  const put = (piece: string) => piece.replace(/\{(\w+)\}/g, (_, slot: Slot) => slots[slot])
  return put(
    text.replace(/\[([^\]]*)\]/g, (_, optional: string) =>
      [...optional.matchAll(/\{(\w+)\}/g)].every(([, slot]) => slots[slot as Slot] !== '') ? optional : '',
    ),
  )
}

/** What goes by WhatsApp, as the customer reads it above the buttons. */
export const bodyOf = (facts: Facts): string => fill(everyTemplate[facts.kind].body, slotsOf(facts))

/** What goes where there are no buttons: e-mail, and the owner's own WhatsApp. */
export function textOf(facts: Facts, link: string | null): string {
  const words = bodyOf(facts)
  return link ? `${words}\n${link}` : words
}

/** The page that a kind leads to, as the first part of its path; null: to none. */
export function pageOf(kind: Kind): 'r' | 'kvkk' | 'm' | null {
  for (const button of everyTemplate[kind].buttons) if ('page' in button) return button.page
  return null
}
