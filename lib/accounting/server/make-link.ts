import 'server-only'
import { randomBytes } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import type { Period } from '../period'

/** For how many days a link may open. */
export const linkDays = [7, 30, 90] as const

interface NewLink {
  tenantId: Id
  /** For whom. */
  name: string
  period: Period
  days: (typeof linkDays)[number]
}

/**
 * The address at which an accountant sees the books of a period, until it expires or is taken back. It can be shown only now: the database keeps its
 * hash. Only an owner's client can. Throws DbError.
 */
export async function makeLink(client: SupabaseClient, { tenantId, name, period, days }: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  dataOf(
    await client.from('accountant_links').insert({
      tenant_id: tenantId,
      name,
      token_hash: tokenHash(token),
      from_day: period.from,
      to_day: period.to,
      expires_at: new Date(Date.now() + days * 86_400_000).toISOString(),
    }),
  )
  return `${env.APP_URL}/m/${token}`
}
