'use client'

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button'
import { CloseIcon } from './icons'
import { useBackCloses } from './use-back-closes'

interface SheetProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Stays at the foot while the content scrolls: the main act. */
  footer?: ReactNode
}

/**
 * A short act over the page: rises from below on a phone, a panel in the middle from 768 px. Back gesture, Escape, a tap
 * outside and ✕ all call `onClose`. The focus goes to the element marked `data-autofocus`, else to the title (which
 * leaves the keyboard down), and returns to where it was on closing. The content is mounted afresh at each opening.
 */
export function Sheet({ open, ...rest }: SheetProps & { open: boolean }) {
  return open ? <OpenSheet {...rest} /> : null
}

function OpenSheet({ title, onClose, children, footer }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useBackCloses(onClose)

  // Layout effect: its cleanup still finds the dialog in the page, and only closing it there gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current!
    element.showModal()
    const first = element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current
    first?.focus()
    return () => element.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tap outside; Escape is the keyboard's way and arrives as `cancel`
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClose={event => event.currentTarget.open || onClose()}
      onClick={event => event.target === event.currentTarget && onClose()}
      className="mt-auto max-h-[92dvh] w-full max-w-full translate-y-0 overflow-hidden rounded-t-sheet bg-card text-ink transition-transform backdrop:bg-shade open:flex md:m-auto md:max-w-lg md:rounded-sheet starting:open:translate-y-full md:starting:open:translate-y-4"
    >
      <div className="flex w-full min-w-0 flex-col">
        <header className="flex items-start gap-2 border-line border-b py-1 pr-1 pl-gutter">
          <h2
            ref={heading}
            id={titleId}
            tabIndex={-1}
            className="min-w-0 flex-1 self-center text-name font-semibold outline-none"
          >
            {title}
          </h2>
          <IconButton icon={<CloseIcon />} label="Kapat" onClick={onClose} />
        </header>
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-gutter py-4">
          {children}
        </div>
        <footer className="px-gutter pb-[max(1rem,env(safe-area-inset-bottom))]">{footer}</footer>
      </div>
    </dialog>
  )
}
