'use client'

import { useState } from 'react'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import { useSnackbar } from '@/components/ui/snackbar'
import type { SoldLine } from '@/lib/cash/browser/sold'
import { refund } from '@/lib/cash/commands/refund'
import { kdvIn } from '@/lib/cash/kdv'
import { accountOf } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { PlaceButtons } from '../place-buttons'
import { useMoney } from '../use-money'
import type { TillLine } from '../use-till'
import { useSelling } from './use-selling'

interface RefundProps {
  line: TillLine
  sold: readonly SoldLine[]
  onClose: () => void
}

/** Gives back all or a part of one thing that was sold, from where the money is, or off what he owes. Another phone may give back meanwhile. */
export function Refund({ line, sold, onClose }: RefundProps) {
  const send = useSend()
  const { accounts, takeBack } = useSelling()
  const { show } = useSnackbar()
  const left = sold.filter(({ kept }) => kept > 0)
  const [lineId, setLineId] = useState(left[0]?.id)
  const of = left.find(({ id }) => id === lineId) ?? left[0]
  const [amount, setAmount] = useState(of?.kept ?? 0)
  const { customerId } = line
  const owed = useMoney(customerId)?.owed ?? 0

  if (!of) return <p role="status">Tamamı iade edildi.</p>

  const giveBack = async (fromAccountId: Id) => {
    onClose() // first: a second tap finds nothing to give
    const id = newId()
    const kdv = kdvIn(of.kept, of.kdvRate) - kdvIn(of.kept - amount, of.kdvRate)
    await send(refund, { id, lineId: of.id, fromAccountId, amount, kdv })
    show({
      text: `${formatMoney(amount)} iade edildi`,
      action: { label: 'Geri al', run: () => void takeBack([id]) },
    })
  }
  const tooMuch = amount > of.kept
  return (
    <>
      {left.length > 1 && (
        <Segmented
          label="Ne iade edildi?"
          choices={left.map(({ id, name }) => ({ value: id, label: name }))}
          value={of.id}
          onChange={id => {
            setLineId(id)
            setAmount(left.find(one => one.id === id)!.kept)
          }}
        />
      )}
      <MoneyKeypad label="İade edilen para" value={amount} onChange={setAmount} />
      {tooMuch && (
        <p role="status" className="text-look">
          Bundan en fazla {formatMoney(of.kept)} iade edilebilir.
        </p>
      )}
      <PlaceButtons disabled={amount === 0 || tooMuch} onPick={place => giveBack(accountOf(accounts, place)!.id)} />
      {customerId && owed >= amount && amount > 0 && !tooMuch && (
        <Button full onClick={() => giveBack(ownAccount('veresiye', customerId).id)}>
          Veresiye borcundan düş
        </Button>
      )}
    </>
  )
}
