import type { Id } from '@/lib/kernel/id'

/** The cookie that names what this person keeps while he writes his name: another choice lets it go. */
export const KEPT = 'tutulan'

/** The cookie that names a visit of this person in a shop: by it, and not by a number that anybody may write, he is known there (SPEC AP23). */
export const knownIn = (shop: Id) => `taninan-${shop}`

/** As long as browsers keep any cookie. */
export const KNOWN_SECONDS = 400 * 24 * 60 * 60
