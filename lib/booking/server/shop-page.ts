import 'server-only'
import { serviceRpc } from '@/lib/db/server/service-client'
import { LONGEST_SLUG } from '@/lib/tenants/slug'
import type { ShopBook } from '../shop-book'
import { normalBook } from './normal-book'

/** The shop whose page has this address; null: there is none, or it is closed. Throws DbError. */
export async function shopPage(slug: string): Promise<ShopBook | null> {
  if (!/^[a-z0-9-]+$/.test(slug) || slug.length > LONGEST_SLUG) return null
  const book = await serviceRpc<ShopBook | null>('shop_page', { p_slug: slug })
  return book && normalBook(book)
}
