import 'server-only'
import type { Offer } from '@/lib/appointments/offers/available-slots'
import { serviceRpc } from '@/lib/db/server/service-client'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { currentShopTexts } from '@/lib/tenants/server/current-texts'
import { keepTexts } from '@/lib/tenants/server/record-consents'
import { takeAttempt } from '@/lib/tenants/server/take-attempt'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import { standingParts, type Visit, wishedAgain } from '../visit'
import { consent } from './book-visit'
import { isBookableDay, offersBetween } from './offers'

/** `not-open`: it is over, or not his to do any more. `too-late`: after the shop's notice. */
export type ActRefusal = 'unknown' | 'not-open' | 'too-late' | 'slot-taken' | 'call-the-shop'

/** `confirm`: he will come, or takes what was offered to him. Throws DbError. */
export async function actOnVisit(token: string, act: 'confirm' | 'cancel'): Promise<Result<null, ActRefusal>> {
  return (await takeAttempt('act by link', token)) ? asked(token, act) : fail('call-the-shop')
}

export interface Move {
  startsAt: Instant
  /** By whoever can, and not by who it is with now. */
  byAnybody: boolean
  now: Instant
}

/** Moves all parts of a visit to a time that is offered. Throws DbError. */
export async function moveVisit(token: string, visit: Visit, move: Move): Promise<Result<null, ActRefusal>> {
  if (!(await takeAttempt('act by link', token))) return fail('call-the-shop')
  const parts = standingParts(visit)
  const offer = await offerAt(visit, move)
  if (!offer) return fail('slot-taken')
  const moves = offer.parts.map(({ staffId, startsAt, endsAt }, i) => ({ id: parts[i]!.id, staffId, startsAt, endsAt }))
  return asked(token, 'move', moves)
}

async function offerAt(visit: Visit, { startsAt, byAnybody, now }: Move): Promise<Offer | undefined> {
  const day = dayOf(startsAt, visit.shop.zone)
  if (!isBookableDay(visit, day, now)) return undefined
  const wish = wishedAgain(visit, byAnybody && visit.rules.anyStaff)
  const search = { parts: wish, now, own: visit.parts.map(({ id }) => id) }
  const offers = await offersBetween(visit, search, day, day)
  return offers.find(offer => offer.startsAt === startsAt)
}

async function asked(token: string, act: string, moves: object[] = []): Promise<Result<null, ActRefusal>> {
  const answer = await serviceRpc<{ refused?: ActRefusal }>('act_by_link', {
    p_token_hash: tokenHash(token),
    p_act: act,
    p_moves: moves,
  })
  return answer.refused ? fail(answer.refused) : ok(null)
}

/** He takes back that the shop may send him promotion, whether or not he had said so. Throws DbError. */
export async function refusePromotion(token: string, visit: Visit): Promise<Result<null, ActRefusal>> {
  if (!(await takeAttempt('act by link', token))) return fail('call-the-shop')
  const { acikRiza } = currentShopTexts(visit.shop)
  await keepTexts([acikRiza])
  const taken = await serviceRpc<boolean>('refuse_promotion', {
    p_token_hash: tokenHash(token),
    p_consent: consent('withdrawn', acikRiza),
  })
  return taken ? ok(null) : fail('not-open')
}
