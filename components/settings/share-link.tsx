'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { ShareIcon } from '@/components/ui/icons'

interface ShareLinkProps {
  url: string
  /** What is sent with it: `Berber Mehmet — randevu`. */
  title: string
}

/** Gives a link on: over whatever the phone shares with, or the clipboard. */
export function ShareLink({ url, title }: ShareLinkProps) {
  // Known on the phone only: the server's page is the same for all.
  const [canShare, setCanShare] = useState(false)
  useEffect(() => setCanShare('share' in navigator), [])

  const share = async () => {
    try {
      await navigator.share({ title, url })
    } catch (error) {
      // Closed without choosing anybody.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    }
  }
  return (
    <div className="flex flex-wrap gap-2">
      {canShare && (
        <Button variant="do" icon={<ShareIcon />} onClick={share}>
          Paylaş
        </Button>
      )}
      <CopyButton text={url} />
    </div>
  )
}
