// Runs in the page from its very beginning.

/** Of the last tap on the way to a month: ms to the paint that shows its sums and its chart, and to the one that shows its last report. */
export const shown: { chart?: number; reports?: number } = {}

const signs = { chart: 'main svg[role="img"]', reports: 'main section[aria-label="Kim yaptı"] li' }

addEventListener(
  'click',
  ({ target, timeStamp: tapped }) => {
    if (!(target as Element).closest('a[href^="/kasa?ay="]')) return
    for (const [part, sign] of Object.entries(signs) as [keyof typeof signs, string][]) {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(sign)) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            shown[part] = performance.now() - tapped
          }
          port2.postMessage(null)
        })
      })
      observer.observe(document, { subtree: true, childList: true })
    }
  },
  { capture: true },
)

declare global {
  var monthProbe: typeof import('./month-probe')
}
