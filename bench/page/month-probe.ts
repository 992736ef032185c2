// Runs in the page from its very beginning.

/** For each tap on the way to a month: ms from the tap to the paint that shows all of it, its last report included. */
export const openings: number[] = []

addEventListener(
  'click',
  ({ target, timeStamp: tapped }) => {
    if (!(target as Element).closest('a[href^="/kasa?ay="]')) return
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main section[aria-label="Kim yaptı"] li')) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => openings.push(performance.now() - tapped)
        port2.postMessage(null)
      })
    })
    observer.observe(document, { subtree: true, childList: true })
  },
  { capture: true },
)

declare global {
  var monthProbe: typeof import('./month-probe')
}
