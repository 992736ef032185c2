import { archiveHead } from '@/lib/archive/server/read-shop'
import { writeArchive } from '@/lib/archive/server/write-archive'
import { DbError } from '@/lib/db/server/rpc'
import { isId } from '@/lib/kernel/id'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { KeysOutOfReach, keyringOf, NotAMember } from '@/lib/tenants/server/keyring'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'
import { suggestedSlug } from '@/lib/tenants/slug'
import { refusal, streamed } from '../streamed'
import { LOG_IN_FIRST, NOT_REACHED } from '../words'

const OWNER_ONLY = 'Dükkânın bütün verilerini yalnızca sahibi indirebilir.'

/** The whole shop as one zip, for its owner, whenever he likes: `?dukkan=…`. */
export async function GET(request: Request): Promise<Response> {
  const tenantId = new URL(request.url).searchParams.get('dukkan') ?? ''
  if (!isId(tenantId)) return refusal(403, OWNER_ONLY)
  try {
    const session = await sessionOfRequest()
    if (!session) return refusal(401, LOG_IN_FIRST)
    const head = await archiveHead(session.rpc, tenantId)
    if (!head) return refusal(403, OWNER_ONLY)
    const keyring = await keyringOf(session.client, tenantId)
    const today = dayOf(toInstant(new Date()), head.shop.zone)
    return streamed(request, writeArchive(session.rpc, head, keyring), {
      fileName: `${suggestedSlug(head.shop.name)}-siftah-${today}.zip`,
      type: 'application/zip',
    })
  } catch (error) {
    if (error instanceof NotAMember) return refusal(403, OWNER_ONLY)
    if (!(error instanceof DbError || error instanceof KeysOutOfReach)) throw error
    if (error instanceof DbError && error.code === 'not-logged-in') return refusal(401, LOG_IN_FIRST)
    console.error(`an archive could not be given out: ${error.name} ${error.message}`)
    return refusal(503, NOT_REACHED, { 'retry-after': '60' })
  }
}
