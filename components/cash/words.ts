import type { Movement, PlaceKind } from '@/lib/cash/movement'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

/** How it was paid, in the order in which it usually is. */
export const placeWords: Record<PlaceKind, string> = { cash: 'Nakit', card: 'Kart', bank: 'Havale' }

/** `+₺250,00`, `-₺100,00`. */
export const signedMoney = (signed: Kurus) => (signed > 0 ? `+${formatMoney(signed)}` : formatMoney(signed))

/** What a movement is called: the sign alone would be easy to miss. */
export function kindWords({ category, transfer }: Movement): string {
  const word = category.kind === 'income' ? 'Gelir' : 'Gider'
  return transfer.reversesId ? `${word} geri alındı` : word
}
