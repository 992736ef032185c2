import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { shopPage } from '@/lib/booking/server/shop-page'
import type { ShopBook } from '@/lib/booking/shop-book'
import { env } from '@/lib/env/server'
import { slugOf } from '@/lib/tenants/slug'
import { orElse } from '../../post'

export interface Shown {
  book: ShopBook
  slug: string
  /** The shop's page, with the site in front. */
  url: string
}

const load = cache((slug: string) =>
  orElse<ShopBook | null | 'unreachable'>(
    () => shopPage(slug),
    () => 'unreachable',
  ),
)

/** The shop of this address; no page where there is none. Null: the database is out of reach. */
export async function shopAt(params: Promise<{ slug: string }>): Promise<Shown | null> {
  const typed = (await params).slug
  const slug = slugOf(decoded(typed))
  const book = await load(slug)
  if (book === 'unreachable') return null
  if (!book) notFound()
  // Typed with capitals or Turkish letters, from a poster.
  if (slug !== typed) permanentRedirect(`/d/${slug}`)
  return { book, slug, url: `${env.APP_URL}/d/${slug}` }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
