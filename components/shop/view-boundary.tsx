'use client'

import { Component, type ReactNode } from 'react'
import { NotShown } from './not-shown'

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
