'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface NotShownProps {
  title: string
  text: string
  onAgain: () => void
}

/** Stands in the place of what could not be shown: a sentence, and another try. */
export const NotShown = ({ title, text, onAgain }: NotShownProps) => (
  <Notice
    tone="look"
    title={title}
    actions={
      <Button variant="do" onClick={onAgain}>
        Yeniden dene
      </Button>
    }
  >
    <p>{text}</p>
  </Notice>
)

/** Code that could not be fetched, by the name the bundler gives it: the line dropped before the phone had the whole app. */
export const isNotDownloaded = (error: unknown) => error instanceof Error && error.name === 'ChunkLoadError'

/** Stands where a part of the shop would, until it can be had: it is asked for again as soon as the network is back. */
export function NotDownloaded({ onAgain }: { onAgain: () => void }) {
  useEffect(() => {
    addEventListener('online', onAgain)
    return () => removeEventListener('online', onAgain)
  }, [onAgain])
  return (
    // Whoever tapped for it has to see this, though a sheet stands at the end of its page.
    <div role="alert" className="p-4" ref={here => here?.scrollIntoView({ block: 'nearest' })}>
      <NotShown
        title="Bu bölüm henüz telefona inmedi."
        text="İnternet gelince açılır; ondan sonra internetsiz de çalışır."
        onAgain={onAgain}
      />
    </div>
  )
}
