import { BooksPage } from '@/components/accounting/books-page'

export const metadata = { title: { absolute: 'Bu bağlantı açılmıyor' }, robots: { index: false, follow: false } }

/** An accountant's link that opens nothing. For which of the reasons is nobody's business who does not have the link. */
export default function NoBooksPage() {
  return (
    <BooksPage>
      <h1 className="text-number font-bold tracking-tight text-balance">Bu bağlantı açılmıyor</h1>
      <p>Süresi dolmuş, geri alınmış ya da eksik kopyalanmış olabilir. Dükkân sahibinden yeni bir bağlantı isteyin.</p>
    </BooksPage>
  )
}
