'use client'

import { type PlaceKind, placeKinds } from '@/lib/cash/movement'
import { wayWords } from './words'

interface PlaceButtonsProps {
  disabled: boolean
  onPick: (place: PlaceKind) => void
}

/** How it was paid, side by side however large the text is: the tap that saves. */
export function PlaceButtons({ disabled, onPick }: PlaceButtonsProps) {
  return (
    <div className="grid grid-cols-3 gap-2">
      {placeKinds.map(place => (
        <button
          key={place}
          type="button"
          disabled={disabled}
          onClick={() => onPick(place)}
          className="min-h-14 rounded-control bg-do px-1 font-semibold text-[min(1.0625rem,5vw)] text-do-ink transition-opacity active:opacity-75 disabled:opacity-60"
        >
          {wayWords[place]}
        </button>
      ))}
    </div>
  )
}
