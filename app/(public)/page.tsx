import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { CashIcon, CustomersIcon, FileIcon, LockIcon, OfflineIcon, TodayIcon } from '@/components/ui/icons'
import { Wordmark } from '@/components/ui/wordmark'

const lines: { icon: ReactNode; title: string; text: string }[] = [
  {
    icon: <TodayIcon />,
    title: 'Randevular',
    text: 'Gününüz önünüzde durur. Boş saate dokunun, kimin geleceğini yazın; aynı saate iki kişi yazılmaz.',
  },
  {
    icon: <CustomersIcon />,
    title: 'Müşteriler',
    text: 'Adını ya da numarasını yazmaya başlayın, hemen bulun. Bir dokunuşla arayın.',
  },
  {
    icon: <CashIcon />,
    title: 'Kasa',
    text: 'Nakit, kart, havale: bugün ne girdi, ne çıktı, bir bakışta belli.',
  },
  {
    icon: <OfflineIcon />,
    title: 'İnternet kesilince',
    text: 'İşiniz durmaz. Yazdığınız telefonda kalır, bağlantı gelince kendiliğinden gönderilir.',
  },
  {
    icon: <FileIcon />,
    title: 'Eski listeniz',
    text: 'Excel’den ya da telefon rehberinizden alın; baştan yazmayın.',
  },
  {
    icon: <LockIcon />,
    title: 'Kayıtlarınız sizin',
    text: 'Müşteri listenizi başka hiçbir dükkân göremez.',
  },
]

export default function LandingPage() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-gutter lg:px-10">
      <header className="py-5 lg:py-6">
        <Wordmark />
      </header>

      <main className="flex flex-1 flex-col gap-8 lg:grid lg:grid-cols-[1fr_1.1fr] lg:items-center lg:gap-16">
        <div className="flex flex-col gap-4">
          <h1 className="text-[min(2rem,11vw)]/tight font-bold tracking-tight text-balance lg:text-[3rem]/[1.1]">
            Randevu, müşteri, kasa: hepsi telefonunuzda.
          </h1>
          <p className="max-w-[38ch] text-ink-soft lg:text-name">
            Berber, kuaför, güzellik salonu, terzi, tamirci, veteriner: Siftah esnaf için yapıldı. İnternet yokken de
            çalışır.
          </p>
          <div className="hidden gap-3 pt-4 lg:flex">
            <Doors />
          </div>
        </div>

        <ul className="rounded-sheet border border-line bg-card pl-gutter lg:pl-8">
          {lines.map(({ icon, title, text }) => (
            <li
              key={title}
              className="flex flex-wrap gap-x-4 border-line border-b border-l-2 border-l-look px-gutter py-4 lg:py-3.5 last:border-b-0 lg:pl-6"
            >
              <span className="pt-0.5 text-do">{icon}</span>
              <div className="min-w-0 flex-1 basis-40">
                <h2 className="font-semibold">{title}</h2>
                <p className="text-ink-soft">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </main>

      {/* On a phone the two doors stay under the thumb however far one reads. */}
      <nav
        aria-label="Giriş"
        className="sticky bottom-0 -mx-gutter mt-8 flex flex-wrap gap-3 border-line border-t bg-paper px-gutter pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] *:flex-auto lg:hidden"
      >
        <Doors />
      </nav>

      <footer className="flex flex-wrap items-center justify-between gap-x-6 py-3 text-small text-ink-soft lg:py-4">
        <p>Hayırlı siftahlar.</p>
        <Link href="/kvkk/aydinlatma" className="inline-flex min-h-target items-center underline underline-offset-4">
          Kişisel verileriniz nasıl korunuyor?
        </Link>
      </footer>
    </div>
  )
}

const Doors = () => (
  <>
    <ButtonLink href="/kayit" variant="do">
      Dükkânımı aç
    </ButtonLink>
    <ButtonLink href="/giris">Giriş yap</ButtonLink>
  </>
)
