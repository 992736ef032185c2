'use client'

import { useState } from 'react'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { useSnackbar } from '@/components/ui/snackbar'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import type { ChairDay } from '@/lib/cash/day-closing'
import { accountOf } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import type { Account } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { AmountSheet } from '../amount-sheet'
import { chairWords } from './day-words'

interface ChairSharesProps {
  staff: readonly ChairDay[]
  accounts: readonly Account[]
}

/** What each chair has earned, and the way to hand it over from the drawer before it is counted. */
export function ChairShares({ staff, accounts }: ChairSharesProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const [paying, setPaying] = useState<ChairDay | null>(null)
  if (staff.length === 0) return null

  const pay = async ({ id: staffId, name }: ChairDay, amount: Kurus) => {
    const [id, own] = [newId(), ownAccount('staff', staffId)]
    const places = { fromAccountId: accountOf(accounts, 'cash')!.id, toAccountId: own.id }
    await send(recordTransfer, { id, ...places, amount, appointmentId: null, note: null, opens: [own] })
    show({
      text: `${name}: ${formatMoney(amount)} kasadan verildi`,
      action: { label: 'Geri al', run: () => void send(reverseTransfer, { id: newId(), reversesId: id }) },
    })
  }
  return (
    <section aria-label="Hakediş" className="border-line border-t pt-4">
      <h3 className="font-semibold">Hakediş</h3>
      <ul>
        {staff.map(chair => (
          <li key={chair.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
            <span className="min-w-0 flex-1 basis-40">
              <span className="block text-name">{chair.name}</span>
              <span className="block text-ink-soft">{chairWords(chair)}</span>
            </span>
            {chair.owed > 0 && (
              <Button onClick={() => setPaying(chair)}>
                Öde<span className="sr-only">: {chair.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {paying && (
        <AmountSheet
          title={`${paying.name}: kasadan öde`}
          label="Verilen para"
          value={Math.max(0, paying.owed)}
          max={Math.max(0, paying.owed)}
          tooMuch="Alacağı bu kadar değil."
          action="Kasadan verdim"
          onSave={amount => pay(paying, amount)}
          onClose={() => setPaying(null)}
        />
      )}
    </section>
  )
}
