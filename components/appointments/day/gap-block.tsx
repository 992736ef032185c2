'use client'

import type { MouseEvent } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { AddIcon } from '@/components/ui/icons'
import type { TimeRange } from '@/lib/kernel/time-range'
import { formatTime, instantOf } from '@/lib/kernel/zone'
import { duration } from '../words'

/** Lower than this a gap has no room for its words. */
const WORDS_PX = 24

interface GapBlockProps {
  gap: TimeRange
  /** How far down a moment stands, in pixels. */
  y: (moment: number) => number
  /** The last step of the clock at or above that height. */
  stepBefore: (px: number) => number
  /** With the moment that was tapped. */
  onPick: (start: number) => void
}

/** Free time drawn to scale, with its length; tapped, it is booked from there on. */
export function GapBlock({ gap, y, stepBefore, onPick }: GapBlockProps) {
  const { shop } = useShop()
  const [top, bottom] = [y(gap.start), y(gap.end)]
  /** Its words, and the keyboard, mean its beginning; in a long gap the place that was tapped, on a step of the clock. */
  const tapped = ({ detail, clientY, currentTarget }: MouseEvent<HTMLElement>) => {
    const px = clientY - currentTarget.getBoundingClientRect().top
    return detail === 0 || px < WORDS_PX ? gap.start : Math.max(gap.start, stepBefore(top + px))
  }
  return (
    <button
      type="button"
      onClick={event => onPick(tapped(event))}
      className="absolute inset-x-0 flex items-start justify-between overflow-hidden px-2 pt-0.5 text-left text-ink-soft text-small hover:bg-do-soft active:bg-do-soft"
      style={{ top, height: bottom - top }}
    >
      <span className={bottom - top < WORDS_PX ? 'sr-only' : ''}>
        <span className="sr-only">{formatTime(instantOf(gap.start), shop.zone)}</span> boş{' '}
        {duration((gap.end - gap.start) / 60_000)}
      </span>
      {bottom - top >= WORDS_PX && <AddIcon className="mt-0.5 size-4 shrink-0 text-do" />}
      <span className="sr-only">randevu ekle</span>
    </button>
  )
}
