import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { BooksPage } from '@/components/accounting/books-page'
import { BooksSummary } from '@/components/accounting/books-summary'
import { FileList, fileLinkClass } from '@/components/accounting/file-list'
import { isPerson } from '@/lib/accounting/asked-by'
import { booksOfLink, type LinkedBooks } from '@/lib/accounting/server/books'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import { orElse } from '../../post'

export const metadata = { title: { absolute: 'Muhasebe kayıtları' }, robots: { index: false, follow: false } }

/** What an accountant's link shows: the books of its period, to look at and to take. Looking changes nothing but the record of it. */
export default async function BooksOfLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const person = isPerson((await headers()).get('user-agent'))
  const opened = await orElse<LinkedBooks | null | 'unreachable'>(
    () => booksOfLink(token, person ? 'sayfa' : null),
    () => 'unreachable',
  )
  if (opened === 'unreachable') {
    return (
      <BooksPage>
        <h1 className="text-number font-bold tracking-tight">Şu an bağlanamadık</h1>
        <p>Kayıtlara bir şey olmadı. Biraz sonra bu sayfayı yeniden açın.</p>
      </BooksPage>
    )
  }
  if (!opened) redirect('/m/gecersiz')
  const { books, expiresAt } = opened
  return (
    <BooksPage shop={books.shop}>
      <h1 className="text-number font-bold tracking-tight text-balance">Muhasebe kayıtları</h1>
      <BooksSummary books={books} />
      <section aria-labelledby="dosyalar" className="flex flex-col gap-2">
        <h2 id="dosyalar" className="text-name font-semibold">
          Dosyalar
        </h2>
        <FileList
          link={(name, about) => (
            <a href={`/m/${token}/indir/${name}`} download className={fileLinkClass}>
              {about}
            </a>
          )}
        />
      </section>
      <p className="text-small text-ink-soft">
        Bu bağlantı {formatDay(dayOf(expiresAt, books.shop.zone))} gününe kadar açılır; açıldığını dükkân sahibi görür.
        Kayıtlar mali belge değildir.
      </p>
    </BooksPage>
  )
}
