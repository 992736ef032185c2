'use client'

import { type KeyboardEvent, useState } from 'react'
import { formatMoney, type Kurus, parseMoney } from '@/lib/kernel/money'
import { IconButton } from './button'
import { EraseDigitIcon } from './icons'
import {
  entryOf,
  isDoubtful,
  kurusOf,
  type MoneyEntry,
  type MoneyKey,
  moneyKeys,
  pressKey,
  showEntry,
} from './money-entry'

interface MoneyKeypadProps {
  /** What the amount is for: "Alınan para". */
  label: string
  value: Kurus
  onChange: (value: Kurus) => void
}

/** The numeric keys and their neighbours on a keyboard. */
const keyOf = ({ key }: KeyboardEvent): MoneyKey | undefined =>
  key === 'Backspace' ? 'erase' : key === '.' ? key : moneyKeys.find(known => known === key)

/**
 * An amount in big keys; the phone's own keyboard stays down. A keyboard with keys and pasting work too, wherever the focus
 * is in the group. Inside a `Sheet` the amount takes the focus. The first key writes over an amount that stood there already.
 */
export function MoneyKeypad({ label, value, onChange }: MoneyKeypadProps) {
  const [typed, setTyped] = useState<MoneyEntry>()
  // A value that is not what was typed came from outside (a suggested price, a reset) and wins.
  const isTyped = typed !== undefined && kurusOf(typed) === value
  const entry = isTyped ? typed : entryOf(value)

  const press = (key: MoneyKey) => {
    // Whoever types beside a suggestion means another amount, not one that begins with it.
    const next = pressKey(isTyped || key === 'erase' ? entry : '', key)
    setTyped(next)
    onChange(kurusOf(next))
  }

  /** Text that came whole: pasted or dictated. What is no amount leaves the amount as it was. */
  const take = (text: string) => {
    const amount = parseMoney(text)
    if (!amount.ok) return
    setTyped(isDoubtful(text) ? text.replace(/[^\d.]/g, '') : entryOf(amount.value))
    onChange(amount.value)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a visible legend; the amount is labelled itself
    <div
      role="group"
      aria-label={label}
      className="flex flex-col gap-2"
      onKeyDown={event => {
        const key = keyOf(event)
        if (!key || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        press(key)
      }}
      onPaste={event => {
        event.preventDefault()
        take(event.clipboardData.getData('text'))
      }}
    >
      <div className="flex items-center gap-2">
        <input
          data-autofocus
          aria-label={label}
          inputMode="none"
          autoComplete="off"
          value={showEntry(entry)}
          onChange={event => take(event.target.value)}
          className="min-w-0 flex-1 bg-transparent py-1 text-[min(2rem,9vw)]/tight font-semibold caret-transparent outline-none"
        />
        <span className="-mr-3">
          <IconButton icon={<EraseDigitIcon />} label="Son rakamı sil" onClick={() => press('erase')} />
        </span>
      </div>
      <p role="status" className="text-ink-soft text-small empty:hidden">
        {isDoubtful(entry) && `Nokta binlik sayıldı: ${formatMoney(value)}. Kuruş için virgül kullanın.`}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {moneyKeys.map(key => (
          <button
            key={key}
            type="button"
            aria-label={key === ',' ? 'virgül' : undefined}
            className="min-h-14 rounded-control border border-edge bg-card text-name active:bg-do-soft"
            onClick={() => press(key)}
          >
            {key}
          </button>
        ))}
      </div>
    </div>
  )
}
