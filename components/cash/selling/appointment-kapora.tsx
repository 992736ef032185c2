'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { Button } from '@/components/ui/button'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { useMoney } from '../use-money'

const KaporaSheet = later(() => import('./kapora-sheet').then(module => module.KaporaSheet))

interface AppointmentKaporaProps {
  appointmentId: Id
  customerId: Id
  name: string
  /** Still to come: there is something to hold. */
  isOpen: boolean
}

/** What somebody has paid ahead and still owes, where his appointment is looked at. */
export function AppointmentKapora({ appointmentId, customerId, name, isOpen }: AppointmentKaporaProps) {
  const money = useMoney(customerId)
  const [open, setOpen] = useState(false)
  if (money === undefined) return null
  const { owed, kapora } = money ?? { owed: 0, kapora: 0 }
  return (
    <div className="flex flex-col gap-1">
      {owed > 0 && <p className="font-semibold">Veresiye borcu {formatMoney(owed)}</p>}
      {kapora > 0 && <p className="font-semibold">Kaporası {formatMoney(kapora)}</p>}
      {(isOpen || kapora > 0) && (
        <Button variant="quiet" full onClick={() => setOpen(true)}>
          {kapora > 0 ? 'Kapora: geri ver ya da dükkânda kalsın' : 'Kapora al'}
        </Button>
      )}
      {open && <KaporaSheet {...{ appointmentId, customerId, name, kapora }} onClose={() => setOpen(false)} />}
    </div>
  )
}
