'use client'

import { useState } from 'react'
import { PlaceButtons } from '@/components/cash/place-buttons'
import { Button } from '@/components/ui/button'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Sheet } from '@/components/ui/sheet'
import { useActs } from './use-acts'
import type { AgendaItem } from './use-agenda'

interface TakeMoneySheetProps {
  item: AgendaItem
  onClose: () => void
}

/** The price stands there already: one tap on how it was paid ends the appointment and fills the till. */
export function TakeMoneySheet({ item: { appointment, name, service }, onClose }: TakeMoneySheetProps) {
  const acts = useActs()
  const [amount, setAmount] = useState(appointment.price)

  const finish = (payment: Parameters<typeof acts.finish>[1]) => {
    onClose() // first: money is not taken twice by two taps
    return acts.finish(appointment, payment)
  }
  return (
    <Sheet
      open
      title="Parayı al"
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <PlaceButtons disabled={amount === 0 || !acts.canTakeMoney} onPick={place => finish({ amount, place })} />
          {appointment.status !== 'done' && (
            <Button variant="quiet" full onClick={() => finish(null)}>
              Para almadan bitir
            </Button>
          )}
        </div>
      }
    >
      <p className="-mb-2 text-ink-soft">{[name, service?.name].filter(Boolean).join(' · ')}</p>
      <MoneyKeypad label="Alınan para" value={amount} onChange={setAmount} />
    </Sheet>
  )
}
