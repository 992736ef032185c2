import { isOwn, seeOther } from '@/app/(public)/post'
import { MAX_ARCHIVE_BYTES } from '@/lib/archive/archive'
import type { ArchiveRefusal } from '@/lib/archive/refusals'
import { restoreShop } from '@/lib/archive/server/restore-shop'
import { unpack } from '@/lib/archive/server/unpack'
import { DbError } from '@/lib/db/server/rpc'
import { isId } from '@/lib/kernel/id'
import { KeysOutOfReach, keyringOf, NotAMember } from '@/lib/tenants/server/keyring'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'
import { refusal } from '../../export/streamed'

/** Room for the form around the file. */
const FORM_BYTES = 100_000

/** Takes an archive into an empty shop. A form with a file; answers with a 303 to the page that says what came of it. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwn(request.headers)) return refusal(403, 'Bu istek bu sayfadan gelmedi.')
  // A length that is not told could be any: browsers always tell it.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_ARCHIVE_BYTES + FORM_BYTES))
    return refusal(413, 'Dosya çok büyük. Bir arşiv en çok 100 MB olabilir.')
  const form = await request.formData().catch(() => null)
  const [tenantId, file] = [String(form?.get('dukkan') ?? ''), form?.get('dosya')]
  if (!isId(tenantId) || !(file instanceof Blob)) return refusal(400, 'Bir dosya seçin.')
  const back = (news: ArchiveRefusal | 'alindi' | 'baglanti') => seeOther(`/veriler?dukkan=${tenantId}&haber=${news}`)
  try {
    const session = await sessionOfRequest()
    if (!session) return seeOther('/giris')
    const unpacked = await unpack(new Uint8Array(await file.arrayBuffer()))
    if (!unpacked.ok) return back(unpacked.error)
    const keyring = await keyringOf(session.client, tenantId)
    const restored = await restoreShop(session.rpc, tenantId, unpacked.value, keyring)
    return back(restored.ok ? 'alindi' : restored.error)
  } catch (error) {
    if (error instanceof NotAMember) return back('not-owner')
    if (!(error instanceof DbError || error instanceof KeysOutOfReach)) throw error
    if (error instanceof DbError && error.code === 'not-logged-in') return seeOther('/giris')
    console.error(`an archive could not be taken in: ${error.name} ${error.message}`)
    return back('baglanti')
  }
}
