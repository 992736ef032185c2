'use client'

import { useLive, useSend, useTogether } from '@/components/shop/shop-context'
import { everyAccount } from '@/lib/cash/browser/till'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import { sell } from '@/lib/cash/commands/sell'
import { composeSale, type Draft } from '@/lib/cash/compose-sale'
import { accountOf, type WayKind } from '@/lib/cash/movement'
import type { Account } from '@/lib/cash/transfer'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

const none: Account[] = []

/** Selling, and taking back what was sold. */
export function useSelling() {
  const send = useSend()
  const together = useTogether()
  const accounts = useLive(everyAccount) ?? none
  return {
    accounts,
    /** Whether there is an account for taking money: false for the moment before the first download. */
    canTakeMoney: accountOf(accounts, 'income') !== undefined,

    /** Answers the ids of the sale's transfers: what there is to take back. */
    async sell(draft: Draft): Promise<Id[]> {
      const selling = composeSale(draft, kind => accountOf(accounts, kind)!.id)
      await send(sell, selling)
      return selling.transfers.map(({ id }) => id)
    },

    /** All or nothing. */
    takeBack: (transferIds: readonly Id[]) =>
      together(async () => {
        for (const reversesId of transferIds) await send(reverseTransfer, { id: newId(), reversesId })
      }),
  }
}

/** `₺400,00 alındı`, `₺400,00 veresiye yazıldı`, `₺300,00 alındı, ₺100,00 veresiye yazıldı`. */
export function soldWords(ways: Partial<Record<WayKind, Kurus>>): string {
  const { veresiye = 0, kapora = 0, cash = 0, card = 0, bank = 0 } = ways
  const taken = cash + card + bank
  const words = [
    taken > 0 && `${formatMoney(taken)} alındı`,
    kapora > 0 && `${formatMoney(kapora)} kaporadan düşüldü`,
    veresiye > 0 && `${formatMoney(veresiye)} veresiye yazıldı`,
  ]
  return words.filter(Boolean).join(', ')
}
