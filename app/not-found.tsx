import { Wordmark } from '@/components/ui/wordmark'

export const metadata = { title: 'Bulunamadı' }

/** Where no address leads. Links of customers that are no good any more lead here too (app/(public)/nowhere.ts). */
export default function NothingHere() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col gap-6 px-gutter">
      <header className="pt-3">
        <a href="/" className="inline-flex min-h-target items-center">
          <Wordmark />
        </a>
      </header>
      <main className="flex flex-col gap-3">
        <h1 className="text-number font-bold tracking-tight text-balance">Bu bağlantı bir yere çıkmıyor</h1>
        <p>Eksik kopyalanmış, geri alınmış, süresi dolmuş ya da sayfası kapatılmış olabilir.</p>
        <p>Randevunuz için dükkânı arayın ya da bağlantıyı yeniden isteyin.</p>
      </main>
    </div>
  )
}
