import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { DbError } from '@/lib/db/server/rpc'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { freeSlug } from './free-slug'

interface PageFields {
  slug: string
  address: string | null
}

/**
 * Gives the shop's page its address on the web and says where the shop is. A link already given out under another address leads
 * nowhere from then on. Only an owner's client can. Throws DbError.
 * @returns the address; when another shop has it, `suggestion` holds a free one like it
 */
export async function savePage(
  client: SupabaseClient,
  tenantId: Id,
  { slug, address }: PageFields,
): Promise<Result<string, 'slug-taken'> & { suggestion?: string }> {
  try {
    dataOf(await client.from('tenants').update({ slug, address }).eq('id', tenantId))
    return ok(slug)
  } catch (error) {
    if (!(error instanceof DbError) || error.code !== '23505') throw error
    return { ...fail('slug-taken'), suggestion: await freeSlug(slug) }
  }
}
