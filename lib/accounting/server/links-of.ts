import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import type { Period } from '../period'

/** That somebody opened a link, or took a file by it. */
export interface Opening {
  /** The page (`sayfa`), or a file by its name in exports.ts. */
  what: string
  at: Instant
}

/** A link that is out. The address itself nobody can read again. */
export interface AccountantLink {
  id: Id
  name: string
  period: Period
  expiresAt: Instant
  /** The latest first, at most `SHOWN`. */
  openings: Opening[]
}

const SHOWN = 5

interface Row {
  id: Id
  name: string
  from: string
  to: string
  expiresAt: string
  openings: { what: string; at: string }[]
}

/** The shop's links that still open, the newest first. Anyone but an owner sees none. Throws DbError. */
export async function linksOf(client: SupabaseClient, tenantId: Id, now: Date): Promise<AccountantLink[]> {
  const rows = dataOf(
    await client
      .from('accountant_links')
      .select(
        'id, name, from:from_day, to:to_day, expiresAt:expires_at, openings:accountant_link_openings(what, at:opened_at)',
      )
      .eq('tenant_id', tenantId)
      .is('revoked_at', null)
      .gt('expires_at', toInstant(now))
      .order('created_at', { ascending: false })
      .overrideTypes<Row[], { merge: false }>(),
  )
  return rows.map(({ from, to, expiresAt, openings, ...link }) => ({
    ...link,
    period: { from, to },
    expiresAt: toInstant(new Date(expiresAt)),
    openings: openings
      .map(({ what, at }) => ({ what, at: toInstant(new Date(at)) }))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, SHOWN),
  }))
}
