'use client'

import { Button } from '@/components/ui/button'
import { LockIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import type { DaySummary } from '@/lib/cash/day-closing'
import { MoneyRows } from '../money-rows'
import { daysWords, differenceWords } from './day-words'

interface ConfirmClosingProps {
  summary: DaySummary
  onClosing: () => void
  onClose: () => void
}

/** Asked once, for it cannot be undone. */
export function ConfirmClosing({ summary, onClosing, onClose }: ConfirmClosingProps) {
  const { cash } = summary
  return (
    <Sheet
      open
      title="Gün kapansın mı?"
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <Button variant="do" full icon={<LockIcon />} onClick={onClosing}>
            Evet, kapat
          </Button>
          <Button variant="quiet" full onClick={onClose}>
            Geri dön
          </Button>
        </div>
      }
    >
      <p className="font-semibold">{daysWords(summary)}</p>
      <MoneyRows
        rows={[
          { word: 'Sayılan', amount: cash.counted },
          { word: 'Kasadan alınan', amount: cash.taken },
          { word: 'Yarına kalan', amount: cash.left },
        ]}
      />
      <p className={cash.difference === 0 ? undefined : 'font-semibold text-look'}>Fark: {differenceWords(cash)}</p>
      <p className="text-ink-soft">
        Kapanan gün bir daha değişmez. Sonradan gelen para ve düzeltmeler ertesi güne yazılır.
      </p>
    </Sheet>
  )
}
