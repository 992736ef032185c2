'use client'

import { useState } from 'react'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { accountOf, type PlaceKind } from '@/lib/cash/movement'
import { recordTransfer } from '@/lib/cash/record-transfer'
import { reverseTransfer } from '@/lib/cash/reverse-transfer'
import type { Account } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { PlaceButtons } from './place-buttons'

interface RecordSheetProps {
  kind: 'income' | 'expense'
  accounts: readonly Account[]
  onClose: () => void
}

/** How much, what for, and how it was paid: the last of the three saves. */
export function RecordSheet({ kind, accounts, onClose }: RecordSheetProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const categories = accounts.filter(account => account.kind === kind)
  const [amount, setAmount] = useState(0)
  const [categoryId, setCategoryId] = useState(categories[0]?.id ?? '')
  const [note, setNote] = useState<string | null>(null)

  const record = async (placeKind: PlaceKind) => {
    onClose() // first: a second tap finds nothing to save
    const id = newId()
    const placeId = accountOf(accounts, placeKind)!.id
    const [fromAccountId, toAccountId] = kind === 'income' ? [categoryId, placeId] : [placeId, categoryId]
    await send(recordTransfer, { id, fromAccountId, toAccountId, amount, appointmentId: null, note })
    show({
      text: `${formatMoney(amount)} ${kind === 'income' ? 'gelir' : 'gider'} yazıldı`,
      action: { label: 'Geri al', run: () => void send(reverseTransfer, { id: newId(), reversesId: id }) },
    })
  }
  return (
    <Sheet
      open
      title={kind === 'income' ? 'Gelir' : 'Gider'}
      onClose={onClose}
      footer={
        <div className="pt-2">
          <PlaceButtons disabled={amount === 0} onPick={record} />
        </div>
      }
    >
      <MoneyKeypad label={kind === 'income' ? 'Gelen para' : 'Giden para'} value={amount} onChange={setAmount} />
      <Segmented
        label="Ne için?"
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={categoryId}
        onChange={setCategoryId}
      />
      {note === null ? (
        <Button variant="quiet" onClick={() => setNote('')}>
          Not ekle
        </Button>
      ) : (
        <TextField label="Not" maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
      )}
    </Sheet>
  )
}
