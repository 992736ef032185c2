import { createHash, timingSafeEqual } from 'node:crypto'
import { DbError } from '@/lib/db/server/rpc'
import { env } from '@/lib/env/server'
import { id, instant } from '@/lib/kernel/fields'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { round } from '../../round'

/** Whoever calls waits so long for an answer; what is left then the next call takes. */
const BUDGET_MS = 25_000

/**
 * Does what came back, offers what became free and sends the messages that are due: called every few seconds by pg_cron, by the host's cron or by the built-in stack's timer, all of which know
 * CRON_SECRET. Calls may overlap, come twice, or not at all for hours (lib/messages/SPEC.md).
 */
export async function POST(request: Request): Promise<Response> {
  if (!isKnown(request.headers.get('authorization'))) return new Response(null, { status: 401 })
  try {
    return Response.json(await round({ budgetMs: BUDGET_MS, ...triedBy(request) }))
  } catch (error) {
    if (!(error instanceof DbError)) throw error
    console.error(`messages: ${error.code} ${error.message}`)
    return new Response(null, { status: 503 })
  }
}

/** Some hosts' crons can only GET. */
export const GET = POST

function isKnown(authorization: string | null): boolean {
  if (!env.CRON_SECRET || !authorization) return false
  const [given, wanted] = [authorization, `Bearer ${env.CRON_SECRET}`].map(text =>
    createHash('sha256').update(text).digest(),
  )
  return timingSafeEqual(given!, wanted!)
}

/** On the built-in stack somebody may try things on a clock of his own, in one shop: `?now=2026-11-25T09:00:00.000Z&shop=…`. */
function triedBy(request: Request): { clock: Instant | null; tenantId: Id | null } {
  if (!env.SIFTAH_EMBEDDED) return { clock: null, tenantId: null }
  const { searchParams } = new URL(request.url)
  const [now, shop] = [instant.safeParse(searchParams.get('now')), id.safeParse(searchParams.get('shop'))]
  return { clock: now.success ? now.data : null, tenantId: shop.success ? shop.data : null }
}
