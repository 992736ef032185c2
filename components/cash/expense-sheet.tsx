'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useSend, useShop } from '@/components/shop/shop-context'
import { SelectField, TextField } from '@/components/ui/field'
import { OpenIcon } from '@/components/ui/icons'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import { spend } from '@/lib/cash/commands/spend'
import { type DocumentKind, documentKinds } from '@/lib/cash/document'
import { type KdvRate, kdvIn, kdvRates } from '@/lib/cash/kdv'
import { accountOf, type PlaceKind } from '@/lib/cash/movement'
import type { Account } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf } from '@/lib/kernel/zone'
import { documentWords } from './document-words'
import { PlaceButtons } from './place-buttons'

interface ExpenseSheetProps {
  accounts: readonly Account[]
  onClose: () => void
}

/** How much, what for, and how it was paid: the last of the three saves. What the accountant asks for stands folded beneath. */
export function ExpenseSheet({ accounts, onClose }: ExpenseSheetProps) {
  const { shop } = useShop()
  const send = useSend()
  const { show } = useSnackbar()
  const today = dayOf(useNow(), shop.zone)
  const categories = accounts.filter(account => account.kind === 'expense')
  const [amount, setAmount] = useState(0)
  const [categoryId, setCategoryId] = useState(categories[0]?.id ?? '')
  const [note, setNote] = useState('')
  const [kdvRate, setKdvRate] = useState<KdvRate>(null)
  const [documentKind, setDocumentKind] = useState<DocumentKind | ''>('')
  const [documentNumber, setDocumentNumber] = useState('')
  const [documentDay, setDocumentDay] = useState('')
  const [counterparty, setCounterparty] = useState('')

  const record = async (place: PlaceKind) => {
    onClose() // first: a second tap finds nothing to save
    const id = newId()
    await send(spend, {
      id,
      fromAccountId: accountOf(accounts, place)!.id,
      toAccountId: categoryId,
      amount,
      kdv: kdvIn(amount, kdvRate),
      kdvRate,
      documentKind: documentKind || null,
      documentNumber,
      documentDay: documentDay || null,
      counterparty,
      note,
    })
    show({
      text: `${formatMoney(amount)} gider yazıldı`,
      action: { label: 'Geri al', run: () => void send(reverseTransfer, { id: newId(), reversesId: id }) },
    })
  }
  return (
    <Sheet
      open
      title="Gider"
      onClose={onClose}
      footer={
        <div className="pt-2">
          <PlaceButtons disabled={amount === 0} onPick={record} />
        </div>
      }
    >
      <MoneyKeypad label="Giden para" value={amount} onChange={setAmount} />
      <Segmented
        label="Ne için?"
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={categoryId}
        onChange={setCategoryId}
      />
      <details className="border-line border-t">
        <summary className="flex min-h-target cursor-pointer list-none items-center gap-1.5 text-ink-soft">
          <OpenIcon aria-hidden className="size-5 shrink-0" />
          Belge, KDV, not
        </summary>
        <div className="flex flex-col gap-4 pt-2">
          <SelectField
            label="Belge türü"
            value={documentKind}
            onChange={event => setDocumentKind(event.target.value as DocumentKind | '')}
          >
            <option value="">Belge yok</option>
            {documentKinds.map(kind => (
              <option key={kind} value={kind}>
                {documentWords[kind]}
              </option>
            ))}
          </SelectField>
          {documentKind !== '' && (
            <>
              <TextField
                label="Belge no"
                maxLength={40}
                autoCapitalize="characters"
                value={documentNumber}
                onChange={event => setDocumentNumber(event.target.value)}
              />
              <TextField
                type="date"
                label="Belge tarihi"
                max={today}
                value={documentDay}
                onChange={event => setDocumentDay(event.target.value)}
              />
              <TextField
                label="Kimden"
                maxLength={120}
                value={counterparty}
                onChange={event => setCounterparty(event.target.value)}
              />
            </>
          )}
          <div className="flex flex-col gap-1.5">
            <span aria-hidden className="font-semibold">
              KDV oranı
            </span>
            <Segmented
              label="KDV oranı"
              choices={kdvRates.map(rate => ({ value: String(rate), label: rate === null ? 'KDV yok' : `%${rate}` }))}
              value={String(kdvRate)}
              onChange={value => setKdvRate(kdvRates.find(rate => String(rate) === value) ?? null)}
            />
            {kdvRate !== null && amount > 0 && (
              <p className="text-ink-soft">
                Ödenen KDV {formatMoney(kdvIn(amount, kdvRate))}, KDV hariç{' '}
                {formatMoney(amount - kdvIn(amount, kdvRate))}
              </p>
            )}
          </div>
          <TextField label="Not" maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
        </div>
      </details>
    </Sheet>
  )
}
