'use client'

import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Progress } from '@/components/ui/progress'
import { saveFile } from '@/lib/files/browser/save-file'
import { FRAMES_TYPE, ROWS_HEADER, unframed } from '@/lib/files/frames'

interface DownloadProps {
  href: string
  className: string
  children: ReactNode
}

type State =
  | { phase: 'idle' }
  | { phase: 'running'; rows: number; total: number }
  | { phase: 'failed'; sentence: string }

const LOST = 'İndirme yarıda kaldı. İnternetinize bakıp yeniden deneyin.'

/** A download that shows how many rows have come. Without script it is the plain link that stands there. */
export function Download({ href, className, children }: DownloadProps) {
  const [state, setState] = useState<State>({ phase: 'idle' })
  const running = useRef(false)

  const start = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (running.current) return
    running.current = true
    setState({ phase: 'running', rows: 0, total: 0 })
    try {
      const answer = await fetch(href, { headers: { accept: FRAMES_TYPE } })
      if (!answer.ok || !answer.body) {
        const isSentence = answer.headers.get('content-type')?.startsWith('text/plain')
        setState({ phase: 'failed', sentence: isSentence ? await answer.text() : LOST })
        return
      }
      const total = Number(answer.headers.get(ROWS_HEADER))
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for await (const piece of unframed(chunksOf(answer.body), rows => setState({ phase: 'running', rows, total })))
        pieces.push(piece)
      saveFile(new Blob(pieces), nameIn(answer.headers.get('content-disposition')))
      setState({ phase: 'idle' })
    } catch {
      // The network's own words help nobody here.
      setState({ phase: 'failed', sentence: LOST })
    } finally {
      running.current = false
    }
  }

  return (
    <>
      <a href={href} download className={className} onClick={start}>
        {children}
      </a>
      <div role="status" className="flex flex-col gap-2 not-empty:pb-3">
        {state.phase === 'running' && (
          <Progress label="Hazırlanıyor" done={state.rows} total={state.total || undefined} />
        )}
        {state.phase === 'failed' && <p className="text-look">{state.sentence}</p>}
      </div>
    </>
  )
}

/** Safari cannot walk a stream. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

const nameIn = (disposition: string | null) => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'siftah'
