'use client'

import { useEffect, useState } from 'react'
import { type Instant, toInstant } from '@/lib/kernel/zone'

/** Fine enough for a clock that shows minutes. */
const TICK_MS = 20_000

/** The present, moving on by itself, and at once when the phone is taken out of the pocket. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => toInstant(new Date()))
  useEffect(() => {
    const tick = () => setNow(toInstant(new Date()))
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}
