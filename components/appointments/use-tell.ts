'use client'

import { useShop } from '@/components/shop/shop-context'
import { type SnackbarMessage, useSnackbar } from '@/components/ui/snackbar'
import type { Slot } from '@/lib/appointments/time/chair-time'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { timeWords } from './words'

/** How an act is told: in a snackbar, with the way back where there is one. */
export function useTell() {
  const { shop } = useShop()
  const { show } = useSnackbar()
  return {
    show,
    tell: (text: string, undo: () => Promise<unknown>, other?: SnackbarMessage['other']) =>
      show({ text, action: { label: 'Geri al', run: () => void undo() }, other }),
    when: (slot: Pick<Slot, 'startsAt'>) => timeWords(slot, dayOf(toInstant(new Date()), shop.zone), shop.zone),
  }
}
