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
  /** The whole visit: what has not been paid of it is paid together. */
  parts: AgendaItem[]
  onClose: () => void
}

/** The price stands there already: one tap on how it was paid ends the appointment and fills the till. */
export function TakeMoneySheet({ item, parts, onClose }: TakeMoneySheetProps) {
  const acts = useActs()
  const unpaid = parts.filter(part => part.payments.length === 0 && isToPay(part))
  const due = unpaid.length > 0 ? unpaid : [item]
  const [amount, setAmount] = useState(due.reduce((sum, part) => sum + part.appointment.price, 0))

  const finish = (ended: AgendaItem[], payment: Parameters<typeof acts.finish>[1]) => {
    onClose() // first: money is not taken twice by two taps
    return acts.finish(
      ended.map(({ appointment }) => appointment),
      payment,
    )
  }
  return (
    <Sheet
      open
      title="Parayı al"
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <PlaceButtons
            disabled={amount === 0 || !acts.canTakeMoney}
            onPick={place => finish(due, { amount, place })}
          />
          {item.appointment.status !== 'done' && (
            <Button variant="quiet" full onClick={() => finish([item], null)}>
              {due.length > 1 ? `Yalnız ${item.service?.name ?? 'bu'} bitti, para sonra` : 'Para almadan bitir'}
            </Button>
          )}
        </div>
      }
    >
      <p className="-mb-2 text-ink-soft">
        {[item.name, due.map(({ service }) => service?.name).join(' + ')].filter(Boolean).join(' · ')}
      </p>
      <MoneyKeypad label="Alınan para" value={amount} onChange={setAmount} />
    </Sheet>
  )
}

const isToPay = ({ appointment: { status } }: AgendaItem) => ['confirmed', 'arrived', 'done'].includes(status)
