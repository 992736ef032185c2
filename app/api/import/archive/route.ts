import { cookies } from 'next/headers'
import { isOwn, seeOther } from '@/app/(public)/post'
import { MAX_ARCHIVE_BYTES } from '@/lib/archive/archive'
import type { ArchiveRefusal } from '@/lib/archive/refusals'
import { inTurn } from '@/lib/archive/server/in-turn'
import { restoreShop, whyNot } from '@/lib/archive/server/restore-shop'
import { unpack } from '@/lib/archive/server/unpack'
import { DbError } from '@/lib/db/server/rpc'
import { isId } from '@/lib/kernel/id'
import { LEAVING, LEAVING_COOKIE } from '@/lib/tenants/leaving-cookie'
import { KeysOutOfReach, keyringOf, NotAMember } from '@/lib/tenants/server/keyring'
import { type Session, sessionOfRequest } from '@/lib/tenants/server/session-of-request'
import { refusal } from '../../export/streamed'

/** Room for the form around the file. */
const FORM_BYTES = 100_000

const TOO_LARGE = 'Dosya çok büyük. Bir arşiv en çok 100 MB olabilir.'

/**
 * Takes an archive into an empty shop, `?dukkan=…`: a form with a file; answers with a 303 to the page that says what came of it. Who may not is answered
 * before the file is read. proxy.ts lets this path pass, for it would hold the file of whoever sends one in memory, and cut it at 10 MB.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwn(request.headers)) return refusal(403, 'Bu istek bu sayfadan gelmedi.')
  // A length that is not told could be any: browsers always tell it.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_ARCHIVE_BYTES + FORM_BYTES)) return refusal(413, TOO_LARGE)
  const tenantId = new URL(request.url).searchParams.get('dukkan') ?? ''
  if (!isId(tenantId)) return refusal(400, 'Bu dükkân bulunamadı.')
  const back = (news: ArchiveRefusal | 'alindi' | 'baglanti') => seeOther(`/veriler?dukkan=${tenantId}&haber=${news}`)
  try {
    const session = await sessionNotLeaving()
    if (!session) return seeOther('/giris')
    const refused = await whyNot(session.rpc, tenantId)
    if (refused) return back(refused)

    const file = (await request.formData().catch(() => null))?.get('dosya')
    if (!(file instanceof Blob)) return refusal(400, 'Bir dosya seçin.')
    return await inTurn(async () => {
      const unpacked = await unpack(new Uint8Array(await file.arrayBuffer()))
      if (!unpacked.ok) return back(unpacked.error)
      const keyring = await keyringOf(session.client, tenantId)
      const restored = await restoreShop(session.rpc, tenantId, unpacked.value, keyring)
      return back(restored.ok ? 'alindi' : restored.error)
    })
  } catch (error) {
    if (error instanceof NotAMember) return back('not-owner')
    if (!(error instanceof DbError || error instanceof KeysOutOfReach)) throw error
    if (error instanceof DbError && error.code === 'not-logged-in') return seeOther('/giris')
    console.error(`an archive could not be taken in: ${error.name} ${error.message}`)
    return back('baglanti')
  }
}

/** As behind the proxy: renewed where it has expired (a route may write cookies), and none for who has logged out on this phone. */
async function sessionNotLeaving(): Promise<Session | null> {
  const leaving = (await cookies()).getAll().some(({ name, value }) => name === LEAVING_COOKIE && value === LEAVING)
  return leaving ? null : sessionOfRequest()
}
