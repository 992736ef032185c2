'use client'

import { useState } from 'react'
import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { lastImport } from '@/lib/customers/browser/last-import'
import { undoImport } from '@/lib/customers/undo-import'
import { addMinutes, dayOf, formatDay, toInstant } from '@/lib/kernel/zone'

/** As long as phones keep imports in their copy (migration 70). */
const UNDOABLE_MINUTES = 30 * 24 * 60

/** One quiet line for a month after an import: the whole of it can be taken back. */
export function ImportUndoLine() {
  const { shop } = useShop()
  const send = useSend()
  const snackbar = useSnackbar()
  const last = useLive(database => lastImport(database, addMinutes(toInstant(new Date()), -UNDOABLE_MINUTES)))
  const [asking, setAsking] = useState(false)
  const [undoing, setUndoing] = useState(false)
  if (!last) return null

  const undo = async () => {
    setUndoing(true)
    try {
      await send(undoImport, { importId: last.id })
      snackbar.show({ text: 'Aktarım geri alındı' })
      setAsking(false)
    } finally {
      setUndoing(false)
    }
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 px-gutter text-small text-ink-soft">
      <span>Son aktarım: {numberFormat.format(last.customers)} kişi</span>
      <span className="-mr-gutter">
        <Button variant="quiet" onClick={() => setAsking(true)}>
          Geri al
        </Button>
      </span>
      <Sheet
        open={asking}
        title="Aktarım geri alınsın mı?"
        onClose={() => setAsking(false)}
        footer={
          <Button variant="look" full pending={undoing} onClick={undo}>
            Aktarımı geri al
          </Button>
        }
      >
        <p>
          {formatDay(dayOf(last.createdAt, shop.zone))} günü gelen {numberFormat.format(last.customers)} kişi listeden
          çıkar. O günden beri değiştirdiğiniz ya da randevu verdiğiniz kişiler kalır.
        </p>
      </Sheet>
    </div>
  )
}

const numberFormat = new Intl.NumberFormat('tr')
