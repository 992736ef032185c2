'use client'

import { useEffect, useState } from 'react'
import { useOnline } from '@/components/shop/use-online'
import type { ChannelsHere } from '@/lib/messages/channels-here'

/** Which channels this Siftah has; null until the server has said so, and without a network. */
export function useChannelsHere(): ChannelsHere | null {
  const online = useOnline()
  const [here, setHere] = useState<ChannelsHere | null>(null)
  useEffect(() => {
    if (!online) return
    let gone = false
    fetch('/api/messages/channels').then(
      async response => {
        if (response.ok && !gone) setHere(await response.json())
      },
      () => {}, // the line went; it is asked for again when it is back
    )
    return () => {
      gone = true
    }
  }, [online])
  return here
}
