import Link from 'next/link'
import { LegalWhole } from '@/components/tenants/legal-text'
import { Wordmark } from '@/components/ui/wordmark'
import { currentTexts } from '@/lib/tenants/server/current-texts'

export const metadata = { title: 'Aydınlatma Metni' }

export default function NoticePage() {
  const { aydinlatma } = currentTexts()
  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col gap-6 px-5 pb-8">
      <header className="pt-3">
        <Link href="/" className="inline-flex min-h-target items-center">
          <Wordmark />
        </Link>
      </header>
      <main className="flex flex-col gap-6">
        <h1 className="text-number font-bold tracking-tight text-balance">{aydinlatma.title}</h1>
        <LegalWhole text={aydinlatma} />
      </main>
    </div>
  )
}
