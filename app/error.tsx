'use client'

import { Failed } from '@/components/ui/failed'

/** The last resort of every page: without it Next says so in English. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main className="p-4">
      <Failed onAgain={reset} />
    </main>
  )
}
