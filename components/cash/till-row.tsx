'use client'

import { useShop } from '@/components/shop/shop-context'
import { ListRow } from '@/components/ui/list-row'
import { formatTime } from '@/lib/kernel/zone'
import type { TillLine } from './use-till'
import { kindWords, placeWords, signedMoney } from './words'

/** One movement. Taken back, it keeps its place and loses its weight. */
export function TillRow({ line, onSelect }: { line: TillLine; onSelect: () => void }) {
  const { shop } = useShop()
  const { transfer, place, what, who, signed, takenBack, pending } = line
  const amount = signedMoney(signed)
  return (
    <ListRow
      lead={formatTime(transfer.eventAt, shop.zone)}
      title={what}
      detail={[who, placeWords[place.kind], transfer.note].filter(Boolean).join(' · ')}
      value={takenBack ? <s>{amount}</s> : amount}
      valueDetail={takenBack ? 'geri alındı' : kindWords(line)}
      pending={pending}
      onSelect={onSelect}
    />
  )
}
