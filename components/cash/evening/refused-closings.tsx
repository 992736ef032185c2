'use client'

import { navigate } from '@/components/shop/router'
import { useLive, useShop, useTold } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { dismissClosing, refusedClosings } from '@/lib/cash/browser/closings'
import { formatMoney } from '@/lib/kernel/money'
import { formatDay } from '@/lib/kernel/zone'

/** A closing that came second: the other one stands, and what was counted here is not lost from sight. */
export function RefusedClosings() {
  const { database } = useShop()
  const told = useTold()
  const refused = useLive(refusedClosings) ?? []
  return refused.map(one => (
    <Notice
      key={one.seq}
      tone="look"
      title={`${formatDay(one.args.day)} başka telefondan kapatılmış`}
      actions={
        <>
          <Button variant="do" onClick={() => navigate(`/kasa?gunsonu=${one.args.day}`)}>
            Kapanışı gör
          </Button>
          <Button variant="quiet" onClick={() => told(() => dismissClosing(database, one))}>
            Tamam
          </Button>
        </>
      }
    >
      <p>
        Sizin sayımınız {formatMoney(one.args.counted)} idi ve yazılmadı. Fark varsa açık günde gider ya da gelir olarak
        yazabilirsiniz.
      </p>
    </Notice>
  ))
}
