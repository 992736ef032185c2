'use client'

import { useShop } from '@/components/shop/shop-context'
import { ListRow } from '@/components/ui/list-row'
import { formatTime } from '@/lib/kernel/zone'
import type { TillLine } from './use-till'
import { entryMoney, kindWords, waysWords } from './words'

/** One line of the till. Taken back, it keeps its place and loses its weight. */
export function TillRow({ line, onSelect }: { line: TillLine; onSelect: () => void }) {
  const { shop } = useShop()
  const { at, ways, what, who, note, takenBack, pending } = line
  const amount = entryMoney(line)
  return (
    <ListRow
      lead={formatTime(at, shop.zone)}
      title={what}
      detail={[who, waysWords(ways), note].filter(Boolean).join(' · ')}
      value={takenBack ? <s>{amount}</s> : amount}
      valueDetail={takenBack ? 'geri alındı' : kindWords(line)}
      pending={pending}
      onSelect={onSelect}
    />
  )
}
