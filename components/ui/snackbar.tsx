'use client'

import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** Long enough to read one sentence and reach the button. */
const SHOWN_MS = 5000

export interface SnackbarMessage {
  text: string
  /** Usually { label: 'Geri al', … }. The message goes when it is tapped. */
  action?: SnackbarAction
  /** What else can be done about it; then the way back goes with the message. */
  other?: SnackbarAction
}

interface SnackbarAction {
  label: string
  run: () => void
}

interface Snackbar {
  /** Shows the message above the bottom bar, and above what a view keeps at its foot (`data-foot`), for five seconds; one already there gives way. */
  show: (message: SnackbarMessage) => void
}

const SnackbarContext = createContext<Snackbar | null>(null)

/** @throws outside a `SnackbarProvider`: an undo nobody sees would be a promise not kept. */
export function useSnackbar(): Snackbar {
  const snackbar = useContext(SnackbarContext)
  if (!snackbar) throw new Error('useSnackbar needs a SnackbarProvider above it')
  return snackbar
}

export function SnackbarProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<SnackbarMessage>()
  const [held, setHeld] = useState(false)
  const snackbar = useMemo<Snackbar>(
    () => ({
      show: next => {
        setMessage({ ...next })
        setHeld(false)
      },
    }),
    [],
  )

  // In the browser's top layer, each message above the sheet that was open when it came: who is told that nothing was saved is still in it.
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = place.current
    if (!message || !shown?.showPopover) return // an older browser shows it in the page, below the sheet
    shown.showPopover()
    return () => shown.hidePopover()
  }, [message])

  // Who is pointing at it or has the focus in it gets the full time again on leaving.
  useEffect(() => {
    if (!message || held) return
    const timer = setTimeout(() => setMessage(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [message, held])

  return (
    <SnackbarContext value={snackbar}>
      {children}
      {/* Always in the page: a live region that arrives together with its text is not read out. */}
      <div
        ref={place}
        role="status"
        popover="manual"
        className="pointer-events-none fixed inset-x-0 top-auto bottom-bar z-30 mb-(--foot) flex w-auto justify-center overflow-visible bg-transparent p-3 lg:bottom-0 lg:left-rail"
      >
        {message && (
          // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock while somebody is here
          <div
            className="pointer-events-auto flex w-full max-w-lg flex-wrap items-center justify-end gap-x-2 rounded-control bg-ink py-1 pr-1 pl-4 text-paper"
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <span className="min-w-0 flex-1 basis-40 py-2">{message.text}</span>
            {[message.other, message.action].map(
              action =>
                action && (
                  <button
                    key={action.label}
                    type="button"
                    className="min-h-target rounded-control px-3 font-semibold underline underline-offset-4"
                    onClick={() => {
                      // Goes first: the act may have something to say itself.
                      setMessage(undefined)
                      action.run()
                    }}
                  >
                    {action.label}
                  </button>
                ),
            )}
          </div>
        )}
      </div>
    </SnackbarContext>
  )
}
