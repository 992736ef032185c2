'use client'

import { useState } from 'react'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { setLimit } from '@/lib/cash/commands/set-limit'
import type { Id } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

interface LimitSheetProps {
  customerId: Id
  name: string
  limit: Kurus | null
  onClose: () => void
}

/** How much somebody may owe before the shop is warned. */
export function LimitSheet({ customerId, name, limit, onClose }: LimitSheetProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const [amount, setAmount] = useState<Kurus>(limit ?? 0)

  const save = async (next: Kurus | null) => {
    onClose()
    await send(setLimit, { customerId, limit: next })
    show({
      text: next === null ? 'Veresiye sınırı kalktı' : `Veresiye sınırı ${formatMoney(next)}`,
      action: { label: 'Geri al', run: () => void send(setLimit, { customerId, limit }) },
    })
  }
  return (
    <Sheet
      open
      title="Veresiye sınırı"
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <Button variant="do" full onClick={() => save(amount)}>
            Kaydet
          </Button>
          {limit !== null && (
            <Button variant="quiet" full onClick={() => save(null)}>
              Sınırı kaldır
            </Button>
          )}
        </div>
      }
    >
      <p className="-mb-2 text-ink-soft">{name} bundan fazla borçlanacak olursa uyarılırsınız.</p>
      <MoneyKeypad label="Veresiye sınırı" value={amount} onChange={setAmount} />
    </Sheet>
  )
}
