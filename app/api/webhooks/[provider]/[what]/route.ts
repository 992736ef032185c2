import { after } from 'next/server'
import { DbError } from '@/lib/db/server/rpc'
import { takeWebhook } from '@/lib/messages/server/webhooks/take-webhook'
import { takeBack } from '../../../round'

const BUDGET_MS = 10_000

/**
 * Where providers call: what became of a message (`status`), what a customer wrote (`inbound`). It is kept, answered, and worked when the answer has gone;
 * what cannot be worked now the next call of the cron takes.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ provider: string; what: string }> },
): Promise<Response> {
  const { provider, what } = await params
  if (what !== 'status' && what !== 'inbound') return new Response(null, { status: 404 })
  try {
    const response = await takeWebhook(provider, what, request)
    if (response.ok) after(work)
    return response
  } catch (error) {
    if (!(error instanceof DbError)) throw error
    console.error(`a callback of ${provider} could not be kept: ${error.code} ${error.message}`)
    return new Response(null, { status: 503 })
  }
}

async function work(): Promise<void> {
  try {
    await takeBack({ budgetMs: BUDGET_MS })
  } catch (error) {
    // Nothing is lost: the timer comes by.
    console.error(`callbacks: ${(error as Error).name} ${(error as Error).message}`)
  }
}
