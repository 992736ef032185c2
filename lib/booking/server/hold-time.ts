import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Offer } from '@/lib/appointments/offers/available-slots'
import type { Busy } from '@/lib/appointments/time/book'
import { busyTimeOf } from '@/lib/appointments/time/chair-time'
import { serviceRpc } from '@/lib/db/server/service-client'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { takeAttempt, unnamed } from '@/lib/tenants/server/take-attempt'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import type { ShopBook } from '../shop-book'
import { busyTimes, isBookableDay, offersWith, type Search } from './offers'
import { visitOfLink } from './visit-of-link'

/** For so long a time is kept while its customer writes his name. */
export const HOLD_MINUTES = 6

/** Somebody may take a chair between our look and our hold; then we look again, so many times in all. */
const LOOKS = 3

export interface Choice {
  startsAt: Instant
  /** Made when the times were shown: sent twice, it keeps one time. */
  token: string
  /** The token of what the same person kept before, which goes. */
  before: string | null
  /** Where he comes from. */
  address: string
  now: Instant
}

/** A token for a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Keeps an offered time for whoever chose it, by the chair that AP9 prefers and then by the others. Answers the token of its page.
 * What the same browser or address kept before goes (SPEC AP22). `slot-taken`: it is not offered, or no longer. `call-the-shop`: too
 * often from this address. Throws DbError.
 */
export async function holdTime(
  book: ShopBook,
  parts: Search['parts'],
  { startsAt, token, before, address, now }: Choice,
): Promise<Result<string, 'slot-taken' | 'call-the-shop'>> {
  const from = `${book.shop.id} ${address}`
  if (!(await takeAttempt('hold from address', from))) return fail('call-the-shop')
  const day = dayOf(startsAt, book.shop.zone)
  if (!isBookableDay(book, day, now)) return fail('slot-taken')
  const own = [...(await keptBy(token, book)), ...(await keptBy(before, book))]
  const search = { parts, now, own }
  let link = token
  for (let look = 0; look < LOOKS; look++) {
    const choices = choicesAt(book, await busyTimes(book, day, day, own), search, startsAt)
    if (choices.length === 0) return fail('slot-taken')
    const answer = await serviceRpc<{ refused?: 'slot-taken' | 'link-used' }>('hold_online', {
      p_tenant: book.shop.id,
      p_link: { id: newId(), tokenHash: tokenHash(link) },
      p_choices: choices.map(({ parts }) => parts.map(part => ({ ...part, id: newId(), note: null }))),
      p_minutes: HOLD_MINUTES,
      p_release: before && tokenHash(before),
      p_holder: unnamed('hold from address', from),
    })
    if (!answer.refused) return ok(link)
    // The page of the times was left open since an earlier booking: this is a new one.
    if (answer.refused === 'link-used') link = newToken()
  }
  return fail('slot-taken')
}

/** The appointments that a link keeps in this shop for somebody who has not written his name yet. Throws DbError. */
export async function keptBy(token: string | null, book: ShopBook): Promise<Id[]> {
  const visit = token ? await visitOfLink(token) : null
  if (visit?.shop.id !== book.shop.id) return []
  return visit.parts.filter(({ status, customerId }) => status === 'held' && customerId === null).map(({ id }) => id)
}

/** The visits that could begin then, from the fairest on: each time without the chairs of those before it (SPEC AP9). */
function choicesAt(book: ShopBook, busy: readonly Busy[], search: Search, startsAt: Instant): Offer[] {
  const day = dayOf(startsAt, book.shop.zone)
  const choices: Offer[] = []
  const held = [...busy]
  for (;;) {
    const offer = offersWith(book, held, search, day, day).find(one => one.startsAt === startsAt)
    if (!offer) return choices
    choices.push(offer)
    held.push(...offer.parts.map(part => ({ staffId: part.staffId, ...busyTimeOf(part) })))
  }
}
