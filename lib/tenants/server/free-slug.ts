import 'server-only'
import { dataOf } from '@/lib/db/server/rpc-over'
import { serviceClient } from '@/lib/db/server/service-client'
import { slugVariant } from '../slug'

/** So many shops of one name, and then one more look. */
const VARIANTS = 50

/**
 * The first of `slug`, `slug-2`, … that no shop has. Nobody holds it for the asker: `savePage` may still find it taken.
 * Asked with the secret key, since no member sees other shops; an address is public, and nothing else is read. Throws DbError.
 */
export async function freeSlug(slug: string): Promise<string> {
  for (let first = 1; ; first += VARIANTS) {
    const variants = Array.from({ length: VARIANTS }, (_, i) => slugVariant(slug, first + i))
    const taken = dataOf(await serviceClient().from('tenants').select('slug').in('slug', variants))
    const free = variants.find(variant => !taken.some(row => row.slug === variant))
    if (free) return free
  }
}
