import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { askedPath } from '@/lib/booking/asked'
import { visitOfLink } from '@/lib/booking/server/visit-of-link'
import { standingParts, stateOf, type Visit, type VisitState } from '@/lib/booking/visit'
import { env } from '@/lib/env/server'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import { orElse } from '../../post'

/** The cookie that holds what was written and could not be taken. */
export const WRITTEN = 'yazilan'

export interface ShownVisit {
  visit: Visit
  token: string
  now: Instant
  state: VisitState
  /** `/r/<token>` */
  path: string
  /** The same, with the site in front. */
  url: string
}

const load = cache((token: string) =>
  orElse<Visit | null | 'unreachable'>(
    () => visitOfLink(token),
    () => 'unreachable',
  ),
)

/** The visit of this link; no page where there is none. Null: the database is out of reach. */
export async function visitAt(params: Promise<{ token: string }>): Promise<ShownVisit | null> {
  const { token } = await params
  const visit = await load(token)
  if (visit === 'unreachable') return null
  if (!visit) notFound()
  const now = toInstant(new Date())
  const path = `/r/${token}`
  return { visit, token, now, state: stateOf(visit, now), path, url: env.APP_URL + path }
}

/** Where the same is booked again; null: the shop's page is closed. */
export function againPath({ shop, parts }: Visit): string | null {
  if (!shop.slug || !shop.publishedAt) return null
  return askedPath(shop.slug, { serviceIds: standingParts({ parts }).map(({ serviceId }) => serviceId) })
}

/** Nobody but the customer looks here: no search engine, and no cache. */
export const visitMetadata = { title: { absolute: 'Randevunuz' }, robots: { index: false, follow: false } }
