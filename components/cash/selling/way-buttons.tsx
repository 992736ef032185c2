'use client'

import { Button } from '@/components/ui/button'
import type { PlaceKind } from '@/lib/cash/movement'
import { PlaceButtons } from '../place-buttons'

interface WayButtonsProps {
  disabled: boolean
  onPick: (way: PlaceKind | 'veresiye') => void
  onSplit: () => void
}

/** How it is paid: three ways to have the money, and two for who does not have it all here. */
export function WayButtons({ disabled, onPick, onSplit }: WayButtonsProps) {
  return (
    <div className="flex flex-col gap-2">
      <PlaceButtons disabled={disabled} onPick={onPick} />
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={disabled} full onClick={() => onPick('veresiye')}>
          Veresiye
        </Button>
        <Button disabled={disabled} full onClick={onSplit}>
          Karma
        </Button>
      </div>
    </div>
  )
}
