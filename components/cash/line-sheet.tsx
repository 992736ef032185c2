'use client'

import { useSend, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { UndoIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { reverseTransfer } from '@/lib/cash/reverse-transfer'
import { newId } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import type { TillLine } from './use-till'
import { kindWords, placeWords, signedMoney } from './words'

interface LineSheetProps {
  line: TillLine
  onClose: () => void
}

/** One movement in full. Nothing is ever deleted: taking it back writes its opposite. */
export function LineSheet({ line, onClose }: LineSheetProps) {
  const { shop, me } = useShop()
  const send = useSend()
  const { show } = useSnackbar()
  const { transfer, place, category, what, who, signed, takenBack } = line

  const takeBack = async () => {
    onClose()
    await send(reverseTransfer, { id: newId(), reversesId: transfer.id })
    show({ text: `${formatMoney(transfer.amount)} geri alındı` })
  }
  return (
    <Sheet open title={what} onClose={onClose}>
      <div>
        <p className="text-[min(2rem,9vw)]/tight font-semibold">
          {takenBack ? <s>{signedMoney(signed)}</s> : signedMoney(signed)}
        </p>
        <p>{[kindWords(line), category.name, placeWords[place.kind]].join(' · ')}</p>
        {who && <p>{who}</p>}
        <p className="text-ink-soft">
          {formatDay(dayOf(transfer.eventAt, shop.zone))} {formatTime(transfer.eventAt, shop.zone)}
        </p>
        {transfer.note && <p className="mt-1 whitespace-pre-line">{transfer.note}</p>}
      </div>
      {takenBack && <p className="text-ink-soft">Bu kayıt geri alındı.</p>}
      {!takenBack && !transfer.reversesId && me.role !== 'accountant' && (
        <Button full icon={<UndoIcon />} onClick={takeBack}>
          Geri al
        </Button>
      )}
    </Sheet>
  )
}
