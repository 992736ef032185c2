'use client'

import { useEffect, useState } from 'react'

/**
 * Registers the service worker, and says when a new version waits. Taking it reloads the page; the outbox is in the phone's database and
 * is not touched by that (SPEC SY15). Without a tap the new version takes over when the app is next opened.
 */
export function UpdateLine() {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)

  useEffect(() => {
    if (!('serviceWorker' in navigator) || process.env.NODE_ENV === 'development') return
    void navigator.serviceWorker
      .register('/serwist/sw.js', { scope: '/', updateViaCache: 'none' })
      .then(registration => {
        const watch = (worker: ServiceWorker | null) =>
          worker?.addEventListener('statechange', () => {
            // Without a controller this is the first installation, not an update.
            if (worker.state === 'installed' && navigator.serviceWorker.controller) setWaiting(worker)
          })
        if (navigator.serviceWorker.controller) setWaiting(registration.waiting)
        watch(registration.installing)
        registration.addEventListener('updatefound', () => watch(registration.installing))
      })
    // A page that was loading just when the worker took over is missed by it, and would have no views offline.
    void navigator.serviceWorker.ready.then(({ active }) => {
      if (!navigator.serviceWorker.controller) active?.postMessage('claim')
    })
  }, [])

  if (!waiting) return null
  return (
    <button
      type="button"
      className="flex min-h-target w-full items-center justify-center border-line border-b bg-do-soft px-4 py-1.5 text-ink"
      onClick={() => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        waiting.postMessage('take-over')
      }}
    >
      Yeni sürüm hazır — <b className="ml-1">yenile</b>
    </button>
  )
}
