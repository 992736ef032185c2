'use client'

import { Failed } from '@/components/ui/failed'

export default function AuthError({ reset }: { reset: () => void }) {
  return <Failed onAgain={reset} />
}
