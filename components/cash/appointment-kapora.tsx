'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useLive } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { moneyOfCustomer } from '@/lib/cash/browser/debts'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'

const KaporaSheet = later(() => import('./kapora-sheet').then(module => module.KaporaSheet))

interface AppointmentKaporaProps {
  appointmentId: Id
  customerId: Id
  name: string
}

/** What somebody has paid ahead and still owes, where his appointment is looked at. */
export function AppointmentKapora({ appointmentId, customerId, name }: AppointmentKaporaProps) {
  const money = useLive(db => moneyOfCustomer(db, customerId), [customerId])
  const [open, setOpen] = useState(false)
  if (!money) return null
  const { kapora, owed } = money
  return (
    <div className="flex flex-col gap-1">
      {owed > 0 && <p className="font-semibold">Veresiye borcu {formatMoney(owed)}</p>}
      {kapora > 0 && <p className="font-semibold">Kaporası {formatMoney(kapora)}</p>}
      <Button variant="quiet" full onClick={() => setOpen(true)}>
        {kapora > 0 ? 'Kapora: geri ver ya da dükkânda kalsın' : 'Kapora al'}
      </Button>
      {open && <KaporaSheet {...{ appointmentId, customerId, name, kapora }} onClose={() => setOpen(false)} />}
    </div>
  )
}
