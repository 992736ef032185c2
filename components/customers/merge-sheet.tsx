'use client'

import { useState } from 'react'
import { navigate } from '@/components/shop/router'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import type { Customer } from '@/lib/customers/customer'
import { mergeCustomers, unite } from '@/lib/customers/merge-customers'
import { formatPhone } from '@/lib/kernel/phone-format'
import { nameOf } from './names'

interface MergeSheetProps {
  customer: Customer
  twin: Customer
  onClose: () => void
}

/** Two cards of one person, side by side: which name stays. The sheet itself is the question, since there is no way back. */
export function MergeSheet({ customer, twin, onClose }: MergeSheetProps) {
  const send = useSend()
  const snackbar = useSnackbar()
  // By id: news about either makes it another object.
  const [keptId, setKeptId] = useState(customer.id)
  const [kept, merged] = keptId === customer.id ? [customer, twin] : [twin, customer]
  const united = unite(kept, merged)
  const [typed, setTyped] = useState<string>()
  const note = typed ?? united.note ?? ''
  const [merging, setMerging] = useState(false)

  const merge = async () => {
    setMerging(true)
    try {
      await send(mergeCustomers, { id: kept.id, mergedId: merged.id, ...united, note: note.trim() || null })
      snackbar.show({ text: `${nameOf(kept)} tek kart oldu` })
      if (kept !== customer) navigate(`/musteriler/${kept.id}`)
      onClose()
    } finally {
      setMerging(false)
    }
  }

  return (
    <Sheet
      open
      title="Hangi kart kalsın?"
      onClose={onClose}
      footer={
        <Button variant="look" full pending={merging} onClick={merge}>
          Birleştir
        </Button>
      }
    >
      <div role="radiogroup" aria-label="Kalacak kart" className="grid grid-cols-2 gap-2">
        {[customer, twin].map(choice => (
          <label
            key={choice.id}
            className="flex min-w-0 flex-col gap-1 rounded-control border border-edge p-3 has-checked:border-do has-checked:bg-do-soft has-checked:inset-ring has-checked:inset-ring-do has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-do"
          >
            <input
              type="radio"
              name="kept"
              className="sr-only"
              checked={choice.id === keptId}
              onChange={() => setKeptId(choice.id)}
            />
            <span className="font-semibold wrap-anywhere">{nameOf(choice)}</span>
            {choice.phones?.map(phone => (
              <span key={phone} className="text-small">
                {formatPhone(phone)}
              </span>
            ))}
            {choice.email && <span className="text-small wrap-anywhere">{choice.email}</span>}
            <span className="mt-auto pt-1 text-small font-semibold text-do">
              {choice.id === keptId ? 'Bu kalsın ✓' : ''}
            </span>
          </label>
        ))}
      </div>
      <TextArea label="Not" maxLength={2000} value={note} onChange={event => setTyped(event.target.value)} />
      <p>Telefonlar, randevular ve ödemeler kalan karta geçer. Birleştirme geri alınamaz.</p>
    </Sheet>
  )
}
