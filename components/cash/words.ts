import type { PlaceKind } from '@/lib/cash/movement'

/** How it was paid, in the order in which it usually is. */
export const placeWords: Record<PlaceKind, string> = { cash: 'Nakit', card: 'Kart', bank: 'Havale' }
