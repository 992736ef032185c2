'use client'

import { useEffect, useEffectEvent, useId } from 'react'

/** The layers now open, the topmost last. A history entry whose layer is not here was left by one that has just closed. */
const openLayers = new Set<string>()

const layerOf = (state: unknown) => (state as { layer?: string } | null)?.layer

/**
 * While the caller is mounted, the phone's back gesture calls `close` instead of leaving the page.
 *
 * A history entry is added on opening and taken away again on closing. The router's own fields are kept in its state, so
 * that going back to it is no navigation. A link followed inside a layer must not also close it: going back would
 * cancel the navigation; the layer goes with its page.
 */
export function useBackCloses(close: () => void): void {
  const layer = useId()
  const onBack = useEffectEvent(() => {
    const topmost = [...openLayers].at(-1) === layer
    if (topmost && layerOf(history.state) !== layer) close()
  })

  useEffect(() => {
    const current = layerOf(history.state)
    const entry = { ...history.state, layer }
    openLayers.add(layer)
    // One layer giving way to another takes over its entry: two entries would need two gestures.
    if (current && !openLayers.has(current)) history.replaceState(entry, '')
    else if (current !== layer) history.pushState(entry, '')

    addEventListener('popstate', onBack)
    return () => {
      removeEventListener('popstate', onBack)
      openLayers.delete(layer)
      // Asked a moment later: by then another layer may have taken the entry over, or (in strict mode) this one is back.
      queueMicrotask(() => {
        if (!openLayers.has(layer) && layerOf(history.state) === layer) history.back()
      })
    }
  }, [layer])
}
