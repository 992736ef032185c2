'use client'

import { Component, type ReactNode, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface NotShownProps {
  title: string
  text: string
  onAgain: () => void
}

/** Stands in the place of what could not be shown: a sentence, and another try. */
const NotShown = ({ title, text, onAgain }: NotShownProps) => (
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

interface Props {
  path: string | null
  children: ReactNode
}

interface State {
  path: string | null
  failed: boolean
}

/** A view that cannot be shown (the phone's storage cannot be read) leaves the menus where they are; each change of path is another try. */
export class ViewBoundary extends Component<Props, State> {
  override state: State = { path: this.props.path, failed: false }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ path }: Props, state: State): State | null {
    return path === state.path ? null : { path, failed: false }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="p-4">
        <NotShown
          title="Bu sayfa şu an açılamadı."
          text="Kayıtlarınıza bir şey olmadı. Biraz sonra yeniden deneyin."
          onAgain={() => this.setState({ failed: false })}
        />
      </main>
    )
  }
}
