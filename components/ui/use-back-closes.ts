'use client'

import { useEffect, useEffectEvent, useId } from 'react'
import { enter, isTopmost, layerOnTop, leave, whenSettled } from './layers'

/**
 * While the caller is mounted, the phone's back gesture calls `close` instead of leaving the page.
 *
 * A history entry is added on opening and taken away again on closing; a link followed inside the layer takes it over.
 */
export function useBackCloses(close: () => void): void {
  const layer = useId()
  const onBack = useEffectEvent(() => {
    if (isTopmost(layer) && layerOnTop() !== layer) close()
  })

  useEffect(() => {
    enter(layer)
    const open = new AbortController()
    // Not before its entry is there: the step back that is still under way is another layer's.
    whenSettled(() => addEventListener('popstate', () => onBack(), { signal: open.signal }))
    return () => {
      open.abort()
      leave(layer)
    }
  }, [layer])
}
