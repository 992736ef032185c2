'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { denominations, type Notes, worthOf } from '@/lib/cash/banknotes'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

interface BanknotesSheetProps {
  notes: Notes
  onSave: (notes: Notes) => void
  onClose: () => void
}

/** `₺200`, `50 kr`. */
const nameOf = (worth: Kurus) => (worth >= 100 ? `₺${worth / 100}` : `${worth} kr`)

/** The drawer counted note by note and coin by coin. */
export function BanknotesSheet({ notes, onSave, onClose }: BanknotesSheetProps) {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(notes).map(([worth, count]) => [worth, String(count)])),
  )
  const counted: Notes = Object.fromEntries(
    Object.entries(typed)
      .map(([worth, text]) => [worth, Number(text)] as const)
      .filter(([, count]) => count > 0),
  )
  return (
    <Sheet
      open
      title="Banknot banknot say"
      onClose={onClose}
      footer={
        <div className="pt-2">
          <Button
            variant="do"
            full
            onClick={() => {
              onClose()
              onSave(counted)
            }}
          >
            {formatMoney(worthOf(counted))} sayıldı
          </Button>
        </div>
      }
    >
      <ul>
        {denominations.map(worth => (
          <li key={worth} className="flex flex-wrap items-center gap-x-3 border-line border-b py-1">
            <label htmlFor={`note-${worth}`} className="w-16 text-name font-semibold">
              {nameOf(worth)}
            </label>
            <input
              id={`note-${worth}`}
              inputMode="numeric"
              autoComplete="off"
              placeholder="0"
              value={typed[worth] ?? ''}
              // Only digits, and no more than a drawer holds: what is pasted or dictated cannot be anything else.
              onChange={event => setTyped({ ...typed, [worth]: event.target.value.replace(/\D/g, '').slice(0, 5) })}
              className="min-h-target w-24 rounded-control border border-edge bg-card px-3 text-right text-name"
            />
            <span className="ml-auto">{formatMoney(worth * (counted[worth] ?? 0))}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
