import { everyCommand } from '@/lib/commands/every-command'
import { DbError } from '@/lib/db/server/rpc'
import { nudgeMessages } from '@/lib/messages/server/nudge'
import { MAX_REQUEST_BYTES, type Refusal } from '@/lib/sync/protocol'
import { answerPhone } from '@/lib/sync/server/answer-phone'
import { KeysOutOfReach, keyringOf, NotAMember } from '@/lib/tenants/server/keyring'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'

const statuses: Record<Refusal, number> = {
  malformed: 400,
  'not-logged-in': 401,
  'not-a-member': 403,
  'protocol-too-old': 409,
  'protocol-too-new': 409,
  'too-large': 413,
  'try-again': 503,
}

const refuse = (refusal: Refusal) => Response.json({ refusal }, { status: statuses[refusal] })

/** The phones' one door: their commands in, results and news out. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request)
  if ('refusal' in body) return refuse(body.refusal)
  try {
    const session = await sessionOfRequest()
    if (!session) return refuse('not-logged-in')
    const outcome = await answerPhone(body.json, {
      userId: session.userId,
      rpc: session.rpc,
      keyring: tenantId => keyringOf(session.client, tenantId),
      commands: everyCommand,
      now: new Date(),
    })
    if ('refusal' in outcome) return refuse(outcome.refusal)
    if (outcome.answer.results.length > 0) nudgeMessages((body.json as { tenantId: string }).tenantId)
    return Response.json(outcome)
  } catch (error) {
    if (error instanceof NotAMember) return refuse('not-a-member')
    if (error instanceof KeysOutOfReach) {
      console.error(`sync: ${error.message}`)
      return refuse('try-again')
    }
    if (!(error instanceof DbError)) throw error
    if (error.code === 'not-logged-in') return refuse('not-logged-in')
    console.error(`sync: ${error.code} ${error.message}`)
    if (isPassing(error.code)) return refuse('try-again')
    throw error
  }
}

/** Whether the same request may succeed in a moment: not reached, or SQLSTATE's classes for connections, rollbacks, resources and shutdowns. */
const isPassing = (code: string) => code === 'network' || /^(08|40|53|55|57|58)/.test(code)

/** The body as JSON; read no further than a request may be long. */
async function readBody(request: Request): Promise<{ json: unknown } | { refusal: 'too-large' | 'malformed' }> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_REQUEST_BYTES) return { refusal: 'too-large' }
    chunks.push(chunk)
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString()) }
  } catch {
    return { refusal: 'malformed' }
  }
}
