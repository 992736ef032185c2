'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Chromium's own prompt, kept until the person asks for it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

let offered: InstallPrompt | null = null
const listeners = new Set<() => void>()
const setOffered = (prompt: InstallPrompt | null) => {
  offered = prompt
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') {
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    setOffered(event as InstallPrompt)
  })
  addEventListener('appinstalled', () => setOffered(null))
}

/** How to put Siftah on the home screen: one button where the browser can, two steps where the person must. */
export function InstallHint() {
  const prompt = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => offered,
    () => null,
  )
  if (installed()) return null
  if (prompt) {
    return (
      <Notice
        title="Siftah’ı telefona kurun"
        actions={
          <Button variant="do" onClick={() => prompt.prompt().finally(() => setOffered(null))}>
            Telefona kur
          </Button>
        }
      >
        <p>Ana ekrandan bir dokunuşla açılır, kayıtlarınız telefonda daha güvenle durur.</p>
      </Notice>
    )
  }
  if (!isApple()) return null
  return (
    <Notice title="Siftah’ı telefona kurun">
      <ol className="list-decimal pl-5">
        <li>Alttaki Paylaş düğmesine dokunun.</li>
        <li>“Ana Ekrana Ekle”yi seçin.</li>
      </ol>
    </Notice>
  )
}

const installed = () => matchMedia('(display-mode: standalone)').matches

/** iPads call themselves Macs; only they have a touch screen. */
const isApple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
