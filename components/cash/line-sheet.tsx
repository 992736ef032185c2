'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { UndoIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { linesOfSale } from '@/lib/cash/browser/sold'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { DocumentLine } from './document-line'
import { useSelling } from './selling/use-selling'
import type { TillLine } from './use-till'
import { entryMoney, kindWords, waysWords } from './words'

const Refund = later(() => import('./selling/refund').then(module => module.Refund))

interface LineSheetProps {
  line: TillLine
  onClose: () => void
}

/** One line of the till in full. Nothing is ever deleted: taking it back writes its opposite. */
export function LineSheet({ line, onClose }: LineSheetProps) {
  const { shop, me } = useShop()
  const { takeBack } = useSelling()
  const { show } = useSnackbar()
  const { what, who, note, ways, at, amount, takenBack, isBack, transfers, category } = line
  const saleId = line.kind === 'sale' ? line.id : null
  const sold = useLive(async db => (saleId ? linesOfSale(db, saleId) : []), [saleId])
  const [refunding, setRefunding] = useState(false)
  if (!sold) return null
  const givenBack = sold.reduce((sum, { gross, kept }) => sum + gross - kept, 0)

  const undo = async () => {
    onClose()
    await takeBack(transfers.map(({ id }) => id))
    show({ text: `${formatMoney(amount)} geri alındı` })
  }
  // What the owner gave back of their sale staff see, and leave alone.
  const isTheirs = me.seesTill || transfers.every(({ createdBy }) => createdBy === me.userId)
  const canAct = !takenBack && !isBack && me.role !== 'accountant' && isTheirs
  return (
    <Sheet open title={refunding ? 'İade' : what} onClose={onClose}>
      {refunding ? (
        <Refund line={line} sold={sold} onClose={onClose} />
      ) : (
        <>
          <div>
            <p className="text-[min(2rem,9vw)]/tight font-semibold">
              {takenBack ? <s>{entryMoney(line)}</s> : entryMoney(line)}
            </p>
            <p>{[kindWords(line), category?.name, waysWords(ways)].filter(Boolean).join(' · ')}</p>
            {who && <p>{who}</p>}
            <p className="text-ink-soft">
              {formatDay(dayOf(at, shop.zone))} {formatTime(at, shop.zone)}
            </p>
            {note && <p className="mt-1 whitespace-pre-line">{note}</p>}
            <DocumentLine transfer={transfers[0]} happenedOn={dayOf(at, shop.zone)} />
          </div>
          {(sold.length > 1 || sold.some(({ discount }) => discount > 0)) && (
            <ul className="border-line border-t">
              {sold.map(({ id, name, gross, discount }) => (
                <li key={id} className="flex justify-between gap-3 border-line border-b py-2">
                  <span className="min-w-0 wrap-anywhere">
                    {name}
                    {discount > 0 && (
                      <span className="block text-ink-soft text-small">{formatMoney(discount)} indirimle</span>
                    )}
                  </span>
                  <span className="font-semibold">{formatMoney(gross)}</span>
                </li>
              ))}
            </ul>
          )}
          {takenBack && <p className="text-ink-soft">Bu kayıt geri alındı.</p>}
          {!takenBack && givenBack > 0 && <p>{formatMoney(givenBack)} iade edildi.</p>}
          {canAct && (
            <div className="flex flex-col gap-2">
              {sold.some(({ kept }) => kept > 0) && (
                <Button full onClick={() => setRefunding(true)}>
                  İade et
                </Button>
              )}
              {givenBack === 0 && (
                <Button full icon={<UndoIcon />} onClick={undo}>
                  Geri al
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Sheet>
  )
}
