// What lies over a page (a sheet) has an entry of its own in the browser's history, so that the phone's back gesture closes it. Whoever
// changes the history passes here: the browser takes a step back in its own time, and would take a page added meanwhile away with it.

/** The layers now open, the topmost last. */
const openLayers = new Set<string>()

/** Settles when the step back that we are taking ourselves has arrived. */
let leaving: Promise<unknown> | undefined

/** The layer to which the entry now on top belongs; it may have been closed. */
export const layerOnTop = (): string | undefined => (history.state as { layer?: string } | null)?.layer

export const isTopmost = (layer: string): boolean => [...openLayers].at(-1) === layer

/** Does it as soon as no closed layer's entry is on its way out: at once, if none is. A layer that gives way to another must find its entry taken over. */
export function whenSettled(act: () => void): void {
  if (leaving) leaving.then(() => whenSettled(act))
  else act()
}

/** Adds the layer's entry. The router's own fields are kept in its state, so that going back to it is no navigation. */
export function enter(layer: string): void {
  openLayers.add(layer)
  whenSettled(() => {
    if (!openLayers.has(layer)) return
    const onTop = layerOnTop()
    const entry = { ...history.state, layer }
    // One layer giving way to another takes over its entry: two entries would need two gestures.
    if (onTop && !openLayers.has(onTop)) history.replaceState(entry, '')
    else if (onTop !== layer) history.pushState(entry, '')
  })
}

/** Takes the layer's entry away again, with any under it whose layer closed together with it. */
export function leave(layer: string): void {
  openLayers.delete(layer)
  // Asked a moment later: by then another layer may have taken the entry over, or (in strict mode) this one is back.
  queueMicrotask(async () => {
    if (leaving) return
    for (let onTop = layerOnTop(); onTop && !openLayers.has(onTop); onTop = layerOnTop()) {
      leaving = new Promise(resolve => addEventListener('popstate', resolve, { once: true }))
      history.back()
      await leaving
    }
    leaving = undefined
  })
}
