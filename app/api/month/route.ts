import { monthOfShop } from '@/lib/cash/server/month-of'
import { DbError } from '@/lib/db/server/rpc'
import { isId } from '@/lib/kernel/id'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'

const statuses = { 'not-logged-in': 401, 'not-a-member': 403, malformed: 400, 'try-again': 503 }

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
const refuse = (refused: keyof typeof statuses) => answer({ refused }, statuses[refused])

/** The sums of a month that phones no longer hold: `?shop=<id>&month=2025-11`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [shop, month] = [asked.get('shop') ?? '', asked.get('month') ?? '']
  if (!isId(shop)) return refuse('malformed')
  try {
    const session = await sessionOfRequest()
    if (!session) return refuse('not-logged-in')
    const totals = await monthOfShop(session.rpc, shop, month)
    return 'refused' in totals ? refuse(totals.refused) : answer(totals)
  } catch (error) {
    if (!(error instanceof DbError)) throw error
    if (error.code === 'not-logged-in') return refuse('not-logged-in')
    console.error(`month: ${error.code} ${error.message}`)
    return refuse('try-again')
  }
}
