'use client'

import { useState } from 'react'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { accountOf, type PlaceKind } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { PlaceButtons } from '../place-buttons'
import { useSelling } from './use-selling'

interface KaporaSheetProps {
  customerId: Id
  name: string
  /** What holds; zero: there is none to give back or to keep. */
  kapora: Kurus
  /** The appointment it holds. */
  appointmentId?: Id
  onClose: () => void
}

type Act = 'take' | 'back' | 'keep'

const acts = [
  { value: 'take', label: 'Al' },
  { value: 'back', label: 'Geri ver' },
  { value: 'keep', label: 'Dükkânda kalsın' },
] as const

/** Money that holds an appointment: taken, given back, or kept because nobody came. It pays by itself when he buys. */
export function KaporaSheet({ customerId, name, kapora, appointmentId, onClose }: KaporaSheetProps) {
  const send = useSend()
  const { accounts, canTakeMoney, takeBack } = useSelling()
  const { show } = useSnackbar()
  const [act, setAct] = useState<Act>('take')
  const [amount, setAmount] = useState<Kurus>(0)
  const tooMuch = act !== 'take' && amount > kapora

  const move = async (fromAccountId: Id, toAccountId: Id, told: string) => {
    onClose() // first: a second tap finds nothing to move
    const id = newId()
    const opens = [ownAccount('kapora', customerId)]
    const ways = { fromAccountId, toAccountId }
    await send(recordTransfer, { id, ...ways, amount, appointmentId: appointmentId ?? null, note: null, opens })
    show({ text: told, action: { label: 'Geri al', run: () => void takeBack([id]) } })
  }
  const ahead = ownAccount('kapora', customerId).id
  const pick = (place: PlaceKind) => {
    const placeId = accountOf(accounts, place)!.id
    return act === 'take'
      ? move(ahead, placeId, `${formatMoney(amount)} kapora alındı`)
      : move(placeId, ahead, `${formatMoney(amount)} kapora geri verildi`)
  }
  const keep = () => {
    const incomes = accounts.filter(({ kind }) => kind === 'income')
    // The last of the incomes is for what none of the others is: "Diğer gelir".
    return move(incomes.at(-1)!.id, ahead, `${formatMoney(amount)} kapora dükkânda kaldı`)
  }
  const disabled = amount === 0 || tooMuch || !canTakeMoney
  return (
    <Sheet
      open
      title="Kapora"
      onClose={onClose}
      footer={
        <div className="pt-2">
          {act === 'keep' ? (
            <Button variant="do" full disabled={disabled} onClick={keep}>
              Gelir yaz
            </Button>
          ) : (
            <PlaceButtons disabled={disabled} onPick={pick} />
          )}
        </div>
      }
    >
      <p className="-mb-2 text-ink-soft">
        {name}
        {kapora > 0 && ` · ${formatMoney(kapora)} kaporası var`}
      </p>
      {kapora > 0 && (
        <Segmented
          label="Kapora ne olacak?"
          choices={acts}
          value={act}
          onChange={chosen => {
            setAct(chosen)
            setAmount(chosen === 'take' ? 0 : kapora)
          }}
        />
      )}
      <MoneyKeypad label="Kapora" value={amount} onChange={setAmount} />
      {tooMuch && (
        <p role="status" className="text-look">
          Kaporası {formatMoney(kapora)}; fazlası olmaz.
        </p>
      )}
      {act === 'keep' && <p className="text-ink-soft">Gelmedi, kapora dükkânın geliri olur.</p>}
    </Sheet>
  )
}
