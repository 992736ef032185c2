import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { serviceClient } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { bodyOf, type LegalText } from '../legal/legal-text'
import { currentTexts, hashOf } from './current-texts'

export type ConsentKind = 'shown' | 'acknowledged' | 'given' | 'withdrawn'

export interface Consent {
  kind: ConsentKind
  text_id: LegalText['id']
  version: string
  created_at: Instant
}

/**
 * What a registration shows and hears: both texts shown, the Aydınlatma Metni read, the Açık Rıza given if its own box
 * was ticked. Throws DbError.
 */
export function recordRegistration(client: SupabaseClient, userId: Id, promotion: boolean): Promise<void> {
  const { aydinlatma, acikRiza } = currentTexts()
  return recordConsents(client, userId, [
    ['shown', aydinlatma],
    ['acknowledged', aydinlatma],
    ['shown', acikRiza],
    ...(promotion ? [['given', acikRiza] as const] : []),
  ])
}

/** Gives or withdraws the consent to promotional e-mails, as easily the one as the other. Throws DbError. */
export function setPromotion(client: SupabaseClient, userId: Id, given: boolean): Promise<void> {
  const { acikRiza } = currentTexts()
  return recordConsents(client, userId, [
    ['shown', acikRiza],
    [given ? 'given' : 'withdrawn', acikRiza],
  ])
}

async function recordConsents(
  client: SupabaseClient,
  userId: Id,
  said: readonly (readonly [ConsentKind, LegalText])[],
): Promise<void> {
  await keepTexts(said.map(([, text]) => text))
  dataOf(
    await client.from('user_consents').insert(
      said.map(([kind, text]) => ({
        user_id: userId,
        kind,
        text_hash: hashOf(text),
        text_id: text.id,
        version: text.version,
        purpose: text.purpose,
        channel: 'web',
      })),
    ),
  )
}

/** Keeps the wordings, each once, so that what was shown can be named by its hash. Throws DbError. */
export async function keepTexts(texts: readonly LegalText[]): Promise<void> {
  const wordings = new Map(texts.map(text => [hashOf(text), text]))
  dataOf(
    await serviceClient()
      .from('legal_texts')
      .upsert(
        [...wordings].map(([hash, text]) => ({ hash, text_id: text.id, version: text.version, body: bodyOf(text) })),
        { onConflict: 'hash', ignoreDuplicates: true },
      ),
  )
}

/** All that the user was shown and said, the newest first. Throws DbError. */
export async function consentsOf({ id, client }: { id: Id; client: SupabaseClient }): Promise<Consent[]> {
  return dataOf(
    await client
      .from('user_consents')
      .select('kind, text_id, version, created_at')
      .eq('user_id', id)
      .order('created_at', { ascending: false })
      .overrideTypes<Consent[], { merge: false }>(),
  )
}

/** Whether the account's Aydınlatma Metni was read, in whatever version. */
export const hasReadNotice = (consents: readonly Consent[]) =>
  consents.some(({ kind, text_id }) => kind === 'acknowledged' && text_id === 'aydinlatma-hesap')

/** The last word about promotional e-mails; undefined: never given. */
export const promotionOf = (consents: readonly Consent[]) =>
  consents.find(({ kind, text_id }) => text_id === 'acik-riza-tanitim' && kind !== 'shown')
