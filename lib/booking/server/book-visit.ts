import 'server-only'
import { blindIndex } from '@/lib/crypto/server/blind-index'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { seal } from '@/lib/crypto/server/seal'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { LegalText } from '@/lib/tenants/legal/legal-text'
import { currentShopTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { type ConsentKind, keepTexts } from '@/lib/tenants/server/record-consents'
import { takeAttempt } from '@/lib/tenants/server/take-attempt'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import type { TypedBooking } from '../typed-booking'
import type { Visit } from '../visit'

export interface Sent {
  typed: TypedBooking
  /** The box for promotional messages was ticked. */
  promotion: boolean
  /** A field that people do not see was filled. */
  trapped: boolean
  /** Where it comes from. */
  address: string
  /** The token of another visit that the same browser has: by it a customer is known (SPEC AP23). */
  knownBy: string | null
}

/**
 * Turns what a link keeps into a booking of this person: a customer with that number, or a new one. The answer does not depend on which,
 * unless he has shown that he is who the number says. `call-the-shop` says nothing about why: too many attempts, a machine, or a customer
 * with too many open visits look and last alike.
 * `slot-taken`: he took too long, and somebody else has it. `unknown`: it is booked already. Throws DbError and KeysOutOfReach.
 */
export async function bookVisit(
  token: string,
  visit: Visit,
  { typed, promotion, trapped, address, knownBy }: Sent,
): Promise<Result<'requested' | 'confirmed', 'unknown' | 'slot-taken' | 'call-the-shop'>> {
  const { id: shop } = visit.shop
  const attempts = await Promise.all([
    takeAttempt('booking by phone', `${shop} ${typed.phone}`),
    takeAttempt('booking from address', `${shop} ${address}`),
    takeAttempt('booking at shop', shop),
  ])
  const texts = currentShopTexts(visit.shop)
  await keepTexts(Object.values(texts))
  const answer = await serviceRpc<
    { status: 'requested' | 'confirmed' } | { refused: 'unknown' | 'slot-taken' | 'call-the-shop' }
  >('book_online', {
    p_token_hash: tokenHash(token),
    p_customer: sealed(visit, typed, await keyringOf(serviceClient(), shop)),
    p_consents: [
      consent('shown', texts.aydinlatma),
      consent('shown', texts.acikRiza),
      ...(promotion ? [consent('given', texts.acikRiza)] : []),
    ],
    p_allowed: !trapped && attempts.every(Boolean),
    p_known_by: knownBy && tokenHash(knownBy),
  })
  return 'refused' in answer ? fail(answer.refused) : ok(answer.status)
}

/** The person as the database takes him: sealed for the rows he may go into, and his number as it is looked up. */
function sealed(visit: Visit, { name, phone, note }: TypedBooking, keyring: Keyring) {
  const tenantId = visit.shop.id
  const id = newId()
  const ofCustomer = (column: string) => ({ tenantId, table: 'customers', column, rowId: id })
  const ofPart = (column: string, rowId: string) => ({ tenantId, table: 'appointments', column, rowId })
  return {
    id,
    name: seal(name, ofCustomer('name'), keyring.current),
    phones: seal(JSON.stringify([phone]), ofCustomer('phones'), keyring.current),
    phoneIndex: blindIndex(phone, { tenantId, table: 'customers', column: 'phones' }, keyring.index),
    bookedNames: Object.fromEntries(
      visit.parts.map(part => [part.id, seal(name, ofPart('bookedName', part.id), keyring.current)]),
    ),
    note: note && seal(note, ofPart('note', visit.parts[0]!.id), keyring.current),
  }
}

/** What a customer was shown or said, as the database takes it. */
export const consent = (kind: ConsentKind, text: LegalText) => ({
  kind,
  textHash: hashOf(text),
  textId: text.id,
  version: text.version,
  purpose: text.purpose,
  channel: 'web',
})
