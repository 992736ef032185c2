'use client'

import {
  type MouseEvent as ReactMouseEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { Id } from '@/lib/kernel/id'

/** A mouse drags at once, beyond a trembling hand; a finger holds first, for it may want to scroll. */
const TREMBLE_PX = 6
const HOLD_MS = 350
/** So near to the edge of the window the page moves along. */
const EDGE_PX = 72
const SCROLL_PX = 10

/** What is being dragged, and where it would be dropped. */
export interface Drag {
  id: Id
  staffId: Id
  /** Epoch milliseconds, on a step of the clock. */
  start: number
}

interface Grabbed {
  id: Id
  pointerId: number
  x: number
  y: number
  /** How far below its top it was taken. */
  offset: number
  lifted: boolean
  /** Where it would be dropped now. */
  to: Drag | null
}

interface DragOptions {
  /** Holds the columns: elements with `data-chair`, as high as the day that is drawn. */
  grid: RefObject<HTMLElement | null>
  /** The moment at that height of a column, on a step of the clock. */
  momentAt: (px: number) => number
  onDrop: (drag: Drag) => void
}

/** Dragging by mouse, pen or finger. Escape lets go where it was; Taşı is the keyboard's way. */
export function useDrag({ grid, momentAt, onDrop }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const grabbed = useRef<Grabbed | null>(null)
  const justDropped = useRef(false)
  /** Lets go of what is held. */
  const release = useRef(() => {})

  const follow = useEffectEvent(() => {
    const { id, x, y, offset } = grabbed.current!
    const columns = [...grid.current!.querySelectorAll<HTMLElement>('[data-chair]')]
    const under = columns.find(column => x < column.getBoundingClientRect().right) ?? columns.at(-1)!
    const to = { id, staffId: under.dataset.chair!, start: momentAt(y - offset - under.getBoundingClientRect().top) }
    grabbed.current!.to = to
    setDrag(now => (now?.staffId === to.staffId && now.start === to.start ? now : to))
  })
  const drop = useEffectEvent((to: Drag) => onDrop(to))

  const begin = (event: ReactPointerEvent<HTMLElement>, id: Id) => {
    if (event.button !== 0 || grabbed.current) return
    const offset = event.clientY - event.currentTarget.getBoundingClientRect().top
    const ended = new AbortController()
    const { signal } = ended
    const touch = event.pointerType === 'touch'
    grabbed.current = {
      id,
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      offset,
      lifted: false,
      to: null,
    }

    let frame = 0
    const lift = () => {
      grabbed.current!.lifted = true
      follow()
      const scroll = () => {
        const { y } = grabbed.current!
        const by = y < EDGE_PX ? -SCROLL_PX : y > innerHeight - EDGE_PX ? SCROLL_PX : 0
        if (by !== 0) {
          scrollBy(0, by)
          follow()
        }
        frame = requestAnimationFrame(scroll)
      }
      frame = requestAnimationFrame(scroll)
    }
    const holding = touch ? setTimeout(lift, HOLD_MS) : undefined
    const end = () => {
      clearTimeout(holding)
      cancelAnimationFrame(frame)
      justDropped.current = grabbed.current?.lifted ?? false
      grabbed.current = null
      setDrag(null)
      ended.abort()
    }
    release.current = end

    window.addEventListener(
      'pointermove',
      move => {
        const held = grabbed.current
        if (!held || move.pointerId !== held.pointerId) return
        const far = Math.hypot(move.clientX - held.x, move.clientY - held.y) > TREMBLE_PX
        if (!held.lifted && far && touch) return end() // it scrolls
        if (held.lifted || far) grabbed.current = { ...held, x: move.clientX, y: move.clientY }
        if (held.lifted) follow()
        else if (far) lift()
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      () => {
        const to = grabbed.current?.to
        end()
        if (to) drop(to)
      },
      { signal },
    )
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', key => key.key === 'Escape' && end(), { signal })
  }

  // Not passive, and there before the finger is: only then does the page stand still under what is dragged.
  useEffect(() => {
    const element = grid.current!
    const stay = (event: TouchEvent) => {
      if (grabbed.current?.lifted) event.preventDefault()
    }
    element.addEventListener('touchmove', stay, { passive: false })
    return () => {
      element.removeEventListener('touchmove', stay)
      release.current()
    }
  }, [grid])

  return {
    drag,
    begin,
    /** For the grid: the click that ends a drag opens nothing. */
    handlers: {
      onPointerDownCapture: () => {
        justDropped.current = false
      },
      onClickCapture: (event: ReactMouseEvent) => {
        if (!justDropped.current) return
        justDropped.current = false
        event.preventDefault()
        event.stopPropagation()
      },
      // A long press is our own here, not the browser's menu.
      onContextMenu: (event: ReactMouseEvent) => grabbed.current && event.preventDefault(),
    },
  }
}
