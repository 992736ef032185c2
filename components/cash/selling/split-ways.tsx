'use client'

import { Button } from '@/components/ui/button'
import { MoneyField, typedMoney } from '@/components/ui/money-field'
import { placeKinds, type WayKind } from '@/lib/cash/movement'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { wayWords } from '../words'
import type { SaleDraft, SplitKind } from './use-draft'

const kinds: readonly SplitKind[] = [...placeKinds, 'veresiye']

interface SplitWaysProps {
  sale: SaleDraft
  onAskWho: () => void
  onDone: (ways: Partial<Record<WayKind, Kurus>>) => void
}

/** Paid in several ways at once: what each brings, and what is left; one tap gives a way all that is left. */
export function SplitWays({ sale, onAskWho, onDone }: SplitWaysProps) {
  const { split: texts, setSplit: setTexts } = sale
  const amounts = kinds.map(kind => typedMoney(texts[kind] ?? ''))
  const sound = amounts.every(amount => amount !== null)
  const paid = amounts.reduce<Kurus>((sum, amount) => sum + (amount ?? 0), 0)
  const left = sale.rest - paid
  const owing = amounts[kinds.indexOf('veresiye')] ?? 0
  const over = owing > 0 && sale.isOver(owing)

  const fill = (kind: SplitKind) => {
    const own = typedMoney(texts[kind] ?? '') ?? 0
    setTexts({ ...texts, [kind]: formatMoney(own + left).slice(1) })
  }
  const done = () => onDone(Object.fromEntries(kinds.map((kind, i) => [kind, amounts[i] ?? 0])))
  return (
    <>
      <p>
        Ödenecek <b>{formatMoney(sale.rest)}</b>
        {sale.kapora > 0 && ` (${formatMoney(sale.kapora)} kaporadan)`}
      </p>
      {kinds.map(kind =>
        kind === 'veresiye' && !sale.buyer.id ? (
          <Button key={kind} full onClick={onAskWho}>
            Veresiye için müşteri seç
          </Button>
        ) : (
          <div key={kind} className="flex items-end gap-2">
            <MoneyField
              label={kind === 'veresiye' && sale.buyer.name ? `Veresiye · ${sale.buyer.name}` : wayWords[kind]}
              text={texts[kind] ?? ''}
              onChange={text => setTexts({ ...texts, [kind]: text })}
            />
            <Button disabled={left <= 0} aria-label={`Kalanı ${wayWords[kind]}`} onClick={() => fill(kind)}>
              Kalanı
            </Button>
          </div>
        ),
      )}
      {over && (
        <p className="font-semibold text-look">
          Veresiye sınırını aşıyor: {formatMoney(sale.limit!)}. Borcu {formatMoney((sale.owed ?? 0) + owing)} olacak.
        </p>
      )}
      <p role="status" className={left === 0 ? 'text-ink-soft' : 'font-semibold'}>
        {left > 0 ? `Kalan ${formatMoney(left)}` : left < 0 ? `${formatMoney(-left)} fazla yazıldı` : 'Tamam, tutuyor'}
      </p>
      <Button variant="do" full disabled={!sound || left !== 0 || !sale.isReady} onClick={done}>
        Parayı al
      </Button>
    </>
  )
}
