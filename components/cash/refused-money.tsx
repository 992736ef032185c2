'use client'

import { useLive, useShop, useTold } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { recordWithoutAppointment, refusedMoney } from '@/lib/cash/browser/refused-money'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { dismissRefused } from '@/lib/sync/browser/outbox'

/** Money that is in the drawer but not in the book, because the appointment it was taken for lost its place. */
export function RefusedMoney() {
  const { database, shop } = useShop()
  const told = useTold()
  const refused = useLive(refusedMoney) ?? []
  return refused.map(one => (
    <Notice
      key={one.seq}
      tone="look"
      title={`${formatMoney(one.amount)} kasaya yazılamadı`}
      actions={
        <>
          <Button variant="do" onClick={() => told(() => recordWithoutAppointment(database, one))}>
            Randevusuz yaz
          </Button>
          <Button variant="quiet" onClick={() => told(() => dismissRefused(database, one.seq))}>
            Vazgeç
          </Button>
        </>
      }
    >
      <p>
        {formatDay(dayOf(one.eventAt, shop.zone))} {formatTime(one.eventAt, shop.zone)}: ait olduğu randevu
        kaydedilmemiş.
      </p>
    </Notice>
  ))
}
