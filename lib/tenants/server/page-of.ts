import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import { env } from '@/lib/env/server'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'

/** What stands on a shop's page on the web beside its book. */
export interface Page {
  name: string
  /** The end of its address; null: never chosen. */
  slug: string | null
  /** Where the shop is, as customers read it. */
  address: string | null
  /** Null: the page is closed. */
  publishedAt: Instant | null
}

/** Throws DbError. */
export async function pageOf(client: SupabaseClient, tenantId: Id): Promise<Page> {
  return dataOf(
    await client
      .from('tenants')
      .select('name, slug, address, publishedAt:published_at')
      .eq('id', tenantId)
      .single()
      .overrideTypes<Page, { merge: false }>(),
  )
}

/** Whether customers find anything there that they can choose. Throws DbError. */
export async function hasOnlineServices(client: SupabaseClient, tenantId: Id): Promise<boolean> {
  const found = dataOf(
    await client
      .from('services')
      .select('id')
      .eq('tenant_id', tenantId)
      .eq('online', true)
      .is('archived_at', null)
      .limit(1),
  )
  return found.length > 0
}

/** `https://siftah.example/d/berber-mehmet`. */
export const pageAddress = (slug: string): string => `${env.APP_URL}/d/${slug}`

/** The same as people read it on paper: `siftah.example/d/berber-mehmet`. */
export const shownAddress = (slug: string): string => pageAddress(slug).replace(/^https?:\/\//, '')
