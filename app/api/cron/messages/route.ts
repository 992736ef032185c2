import { createHash, timingSafeEqual } from 'node:crypto'
import { DbError } from '@/lib/db/server/rpc'
import { env } from '@/lib/env/server'
import { id, instant } from '@/lib/kernel/fields'
import { runMessages } from '@/lib/messages/server/run-messages'

/** Whoever calls waits so long for an answer; what is left then the next call takes. */
const BUDGET_MS = 25_000

/**
 * Sends the messages that are due: called every few seconds by pg_cron, by the host's cron or by the built-in stack's timer, all of which know
 * CRON_SECRET. Calls may overlap, come twice, or not at all for hours (lib/messages/SPEC.md).
 */
export async function POST(request: Request): Promise<Response> {
  if (!isKnown(request.headers.get('authorization'))) return new Response(null, { status: 401 })
  try {
    return Response.json(await runMessages({ budgetMs: BUDGET_MS, ...tried(request) }))
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

/** On the built-in stack somebody may try one shop's messages on a clock of his own: `?now=2026-11-25T09:00:00.000Z&shop=<id>`. */
function tried(request: Request): { now?: string; tenantId?: string } {
  if (!env.SIFTAH_EMBEDDED) return {}
  const asked = new URL(request.url).searchParams
  const [now, shop] = [instant.safeParse(asked.get('now')), id.safeParse(asked.get('shop'))]
  return { ...(now.success && { now: now.data }), ...(shop.success && { tenantId: shop.data }) }
}
