// Runs in the page from its very beginning, and so weighs nothing.

/** Calls back when what was done so far is on the screen. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(null)
  })
}

/** Resolves, in ms since the navigation began, when the day was on the screen and a tap on ＋ has opened its sheet. */
export const dayIsUsable = new Promise<number>(resolve => {
  let tapped = false
  const observer = new MutationObserver(() => {
    const add = document.querySelector<HTMLButtonElement>('button[aria-label="Randevu ekle"]')
    if (add && document.querySelector('main ol') && !tapped) {
      tapped = true
      add.click()
    }
    if (!document.querySelector('dialog[open]')) return
    observer.disconnect()
    afterPaint(() => resolve(performance.now()))
  })
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] })
})

/** Resolves, in ms since the navigation began, when a customer sees times he can take. */
export const timesAreShown = new Promise<number>(resolve => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('button[name=saat]')) return
    observer.disconnect()
    afterPaint(() => resolve(performance.now()))
  })
  observer.observe(document, { subtree: true, childList: true })
})

/** Resolves, in ms since the navigation began, when a page that waits for nothing is whole and on the screen. */
export const pageIsLoaded = new Promise<number>(resolve => {
  addEventListener('load', () => afterPaint(() => resolve(performance.now())))
})

/** For each key pressed in the list's search: ms from the press to the paint that shows the list changed by it. */
export const keystrokes: number[] = []

let listening: MutationObserver | undefined

addEventListener(
  'keydown',
  ({ timeStamp: pressed }) => {
    listening?.disconnect()
    const observer = new MutationObserver(() => {
      observer.disconnect()
      afterPaint(() => keystrokes.push(performance.now() - pressed))
    })
    listening = observer
    for (const part of document.querySelectorAll('main ul, main p[role=status]'))
      observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true })
  },
  { capture: true },
)

/** From the next tap, ms until the paint that shows one more of what the selector names. */
export const tapToPaint = (selector: string): Promise<number> =>
  new Promise(resolve => {
    const before = document.querySelectorAll(selector).length
    addEventListener(
      'pointerdown',
      ({ timeStamp: tapped }) => {
        const observer = new MutationObserver(() => {
          if (document.querySelectorAll(selector).length <= before) return
          observer.disconnect()
          afterPaint(() => resolve(performance.now() - tapped))
        })
        observer.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] })
      },
      { capture: true, once: true },
    )
  })

/** Every stretch of over 50 ms in which the page could not answer a finger, in ms. */
export const blocks: number[] = []

new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) blocks.push(duration)
}).observe({ type: 'longtask', buffered: true })

declare global {
  var probes: typeof import('./probes')
}
