'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Sheet } from '@/components/ui/sheet'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

interface AmountSheetProps {
  title: string
  /** What the amount is. */
  label: string
  value: Kurus
  /** More than this makes no sense; the sentence says so. */
  max?: Kurus
  tooMuch?: string
  action: string
  /** Nothing is an answer too. */
  allowZero?: boolean
  onSave: (amount: Kurus) => void
  onClose: () => void
}

/** One amount asked for, in big keys. */
export function AmountSheet(props: AmountSheetProps) {
  const {
    title,
    label,
    value,
    max = Number.POSITIVE_INFINITY,
    tooMuch,
    action,
    allowZero = false,
    onSave,
    onClose,
  } = props
  const [amount, setAmount] = useState(value)
  const over = amount > max
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-2 pt-2">
          {over && (
            <p role="alert" className="text-look">
              {tooMuch} En çok {formatMoney(max)}.
            </p>
          )}
          <Button
            variant="do"
            full
            disabled={over || (amount === 0 && !allowZero)}
            onClick={() => {
              onClose()
              onSave(amount)
            }}
          >
            {action}
          </Button>
        </div>
      }
    >
      <MoneyKeypad label={label} value={amount} onChange={setAmount} />
    </Sheet>
  )
}
