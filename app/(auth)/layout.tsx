import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '@/components/ui/wordmark'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col gap-6 px-5 pb-[max(2rem,env(safe-area-inset-bottom))]">
      <header className="pt-3 print:hidden">
        <Link href="/" className="inline-flex min-h-target items-center">
          <Wordmark />
        </Link>
      </header>
      <main className="flex flex-1 flex-col gap-6">{children}</main>
    </div>
  )
}
