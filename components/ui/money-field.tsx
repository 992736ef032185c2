'use client'

import { formatMoney, type Kurus, MAX_AMOUNT, parseMoney } from '@/lib/kernel/money'
import { TextField } from './field'
import { isDoubtful } from './money-entry'

interface MoneyFieldProps {
  label: string
  /** As typed: `1.234,50`, `1234,5` or `1234.50`. */
  text: string
  onChange: (text: string) => void
}

/** What was typed, in kuruş; nothing typed is nothing. Null: no amount. */
export function typedMoney(text: string): Kurus | null {
  const amount = parseMoney(text)
  return amount.ok ? amount.value : amount.error === 'empty' ? 0 : null
}

/** An amount beside others. What could be read in two ways says how it was read. */
export function MoneyField({ label, text, onChange }: MoneyFieldProps) {
  const amount = parseMoney(text)
  const error = amount.ok || amount.error === 'empty' ? undefined : sentences[amount.error]
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <TextField
        label={label}
        inputMode="decimal"
        autoComplete="off"
        placeholder="₺0"
        value={text}
        error={error}
        onChange={event => onChange(event.target.value)}
      />
      <p role="status" className="text-ink-soft text-small empty:hidden">
        {amount.ok && isDoubtful(text) && `${formatMoney(amount.value)} olarak okundu.`}
      </p>
    </div>
  )
}

const sentences = {
  'not-an-amount': 'Tutarı yazın: 250 ya da 1.250,50 gibi.',
  'too-large': `En fazla ${formatMoney(MAX_AMOUNT)} yazılabilir.`,
}
