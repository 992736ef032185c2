'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/kernel/money'
import type { SaleDraft } from '../selling/use-draft'

interface OnVeresiyeProps {
  sale: SaleDraft
  onBack: () => void
  onDone: () => void
}

/** Who owes what afterwards, and whether that is more than he should. The shop decides: nothing is forbidden. */
export function OnVeresiye({ sale, onBack, onDone }: OnVeresiyeProps) {
  const { buyer, owed, rest, limit } = sale
  const after = (owed ?? 0) + rest
  const over = sale.isOver(rest)
  return (
    <>
      <div>
        <p className="text-name font-semibold wrap-anywhere">{buyer.name}</p>
        <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-3">
          <dt>Bu satış</dt>
          <dd className="text-right font-semibold">{formatMoney(rest)}</dd>
          {owed !== null && (
            <>
              <dt>Şimdiki borcu</dt>
              <dd className="text-right font-semibold">{formatMoney(owed)}</dd>
              <dt>Toplam borcu</dt>
              <dd className="text-right font-semibold">{formatMoney(after)}</dd>
            </>
          )}
        </dl>
      </div>
      {over && (
        <Notice tone="look" title="Veresiye sınırını aşıyor">
          <p>
            Sınırı {formatMoney(limit ?? 0)}, borcu {formatMoney(after)} olacak.
          </p>
        </Notice>
      )}
      <div className="flex flex-col gap-2">
        <Button variant="do" full disabled={!sale.isReady} onClick={onDone}>
          {over ? 'Yine de veresiye yaz' : 'Veresiye yaz'}
        </Button>
        <Button variant="quiet" full onClick={onBack}>
          Başka türlü ödesin
        </Button>
      </div>
    </>
  )
}
