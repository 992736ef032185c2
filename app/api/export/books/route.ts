import { isExportName } from '@/lib/accounting/exports'
import { parsePeriod } from '@/lib/accounting/period'
import { booksOfMember } from '@/lib/accounting/server/books'
import { fileNameOf, typeOf, writeBooks } from '@/lib/accounting/server/write-books'
import { DbError } from '@/lib/db/server/rpc'
import { env } from '@/lib/env/server'
import { isId } from '@/lib/kernel/id'
import { addDays, dayOf, toInstant } from '@/lib/kernel/zone'
import { KeysOutOfReach, NotAMember } from '@/lib/tenants/server/keyring'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'
import { refusal, streamed } from '../streamed'
import { LOG_IN_FIRST, NO_SUCH_FILE, NOT_REACHED, NOT_YOURS, periodSentences } from '../words'

/** The books of a shop as a file, for its owner or accountant: `?dukkan=…&ilk=2026-11-01&son=2026-11-30&dosya=xlsx`. Changes nothing. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [tenantId, name] = [asked.get('dukkan') ?? '', asked.get('dosya')]
  if (!isExportName(name)) return refusal(404, NO_SUCH_FILE)
  if (!isId(tenantId)) return refusal(403, NOT_YOURS)
  // Somewhere it is tomorrow already.
  const period = parsePeriod(asked.get('ilk'), asked.get('son'), addDays(dayOf(toInstant(new Date()), 'UTC'), 1))
  if (!period.ok) return refusal(400, periodSentences[period.error])
  try {
    const session = await sessionOfRequest()
    if (!session) return refusal(401, LOG_IN_FIRST)
    const books = await booksOfMember(session.client, tenantId, period.value)
    if (!books) return refusal(403, NOT_YOURS)
    return streamed(request, writeBooks(books, name, env.APP_URL), {
      fileName: fileNameOf(books, name),
      type: typeOf(name),
      rows: { count: books.count, read: () => books.read },
    })
  } catch (error) {
    if (error instanceof NotAMember) return refusal(403, NOT_YOURS)
    if (!(error instanceof DbError || error instanceof KeysOutOfReach)) throw error
    if (error instanceof DbError && error.code === 'not-logged-in') return refusal(401, LOG_IN_FIRST)
    console.error(`books could not be given out: ${error.name} ${error.message}`)
    return refusal(503, NOT_REACHED, { 'retry-after': '60' })
  }
}
