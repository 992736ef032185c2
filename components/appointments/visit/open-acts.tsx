'use client'

import { Button } from '@/components/ui/button'
import { openParts } from '../day/use-agenda'
import type { AppointmentSheetProps } from './appointment-sheet'
import { useActs } from './use-acts'
import { useMark } from './use-mark'

interface OpenActsProps extends AppointmentSheetProps {
  /** Its day has come: he can have come, or not, or be done. */
  begun: boolean
}

/** What can be done with what still holds its chair. */
export function OpenActs({ item, parts, begun, onClose, onTakeMoney, onMove, onCancel }: OpenActsProps) {
  const { agree, withdraw } = useActs()
  const mark = useMark()
  const { status, customerId } = item.appointment
  const open = openParts(parts)
  if (status === 'held' && !customerId) {
    return (
      <p className="text-ink-soft">Bir müşteri şu an bu saati alıyor. Adını yazmazsa saat kendiliğinden boşalır.</p>
    )
  }
  const close = (act: () => Promise<unknown>) => () => {
    onClose()
    return act()
  }
  if (status === 'held' || status === 'requested') {
    return (
      <div className="grid grid-cols-2 gap-2">
        <Button onClick={onMove}>Taşı</Button>
        {status === 'held' ? (
          <Button onClick={close(() => withdraw(item.appointment))}>İstemedi</Button>
        ) : (
          <Button onClick={onCancel}>Reddet</Button>
        )}
        <div className="col-span-2">
          <Button variant="do" full onClick={close(() => agree(open, item.customer))}>
            {status === 'held' ? 'Kabul etti' : 'Onayla'}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button onClick={onMove}>Taşı</Button>
      <Button onClick={onCancel}>İptal et</Button>
      {begun && (
        <>
          {status !== 'arrived' && <Button onClick={close(() => mark([item.appointment], 'arrived'))}>Geldi</Button>}
          <Button onClick={close(() => mark(open, 'no-show'))}>Gelmedi</Button>
          <div className="col-span-2">
            <Button variant="do" full onClick={onTakeMoney}>
              Bitti, parayı al
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
