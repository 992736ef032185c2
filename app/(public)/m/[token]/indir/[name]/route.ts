import { refusal, streamed } from '@/app/api/export/streamed'
import { NO_SUCH_FILE, NOT_REACHED } from '@/app/api/export/words'
import { isExportName } from '@/lib/accounting/exports'
import { LINK_TOKEN } from '@/lib/accounting/link-token'
import { booksOfLink, type LinkedBooks } from '@/lib/accounting/server/books'
import { fileNameOf, typeOf, writeBooks } from '@/lib/accounting/server/write-books'
import { env } from '@/lib/env/server'
import { takeAttempt } from '@/lib/tenants/server/take-attempt'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import { orElse, seeOther } from '../../../../post'

interface Context {
  params: Promise<{ token: string; name: string }>
}

/** A file of the books behind an accountant's link. Changes nothing but the record of openings, where it is written down whoever takes it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, name } = await params
  if (!isExportName(name)) return refusal(404, NO_SUCH_FILE)
  if (!LINK_TOKEN.test(token)) return seeOther('/m/gecersiz')
  const opened = await orElse<LinkedBooks | null | 'unreachable' | 'too-many'>(
    async () => {
      if (!(await takeAttempt('books by link', tokenHash(token)))) return 'too-many'
      return booksOfLink(token, name)
    },
    () => 'unreachable',
  )
  if (opened === 'too-many')
    return refusal(429, 'Bu bağlantıyla bir saatte çok dosya indirildi. Biraz sonra yeniden deneyin.')
  if (opened === 'unreachable') return refusal(503, NOT_REACHED, { 'retry-after': '60' })
  if (!opened) return seeOther('/m/gecersiz')
  const { books } = opened
  return streamed(request, writeBooks(books, name, env.APP_URL), {
    fileName: fileNameOf(books, name),
    type: typeOf(name),
    rows: { count: books.count, read: () => books.read },
  })
}
