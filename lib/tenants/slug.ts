import { fold } from '@/lib/kernel/turkish-text'

// The same bounds stand in the check of tenants.slug.
export const SHORTEST_SLUG = 3
export const LONGEST_SLUG = 40

/**
 * Any text as the end of a web address: `Berber Mehmet’in Yeri` → `berber-mehmetin-yeri`. Turkish letters lose their marks, all
 * else that an address cannot hold becomes one hyphen. May come out shorter or longer than an address may be, or empty.
 */
export const slugOf = (text: string): string =>
  fold(text)
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The address proposed to a shop of that name, which others may have too; a name without letters gives `dukkan`. */
export function suggestedSlug(name: string): string {
  const slug = shortened(slugOf(name), LONGEST_SLUG)
  return slug.length < SHORTEST_SLUG ? 'dukkan' : slug
}

/** The n-th address (from 1) to try for a shop whose first choice is `slug`: `berber-mehmet`, `berber-mehmet-2`, … */
export function slugVariant(slug: string, n: number): string {
  const ending = n === 1 ? '' : `-${n}`
  return shortened(slug, LONGEST_SLUG - ending.length) + ending
}

const shortened = (slug: string, most: number) => slug.slice(0, most).replace(/-$/, '')
