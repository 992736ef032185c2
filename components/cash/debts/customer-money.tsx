'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import type { Customer } from '@/lib/customers/customer'
import { formatMoney } from '@/lib/kernel/money'
import { useMoney } from '../use-money'

const CollectSheet = later(() => import('./collect-sheet').then(module => module.CollectSheet))
const KaporaSheet = later(() => import('../selling/kapora-sheet').then(module => module.KaporaSheet))
const LimitSheet = later(() => import('./limit-sheet').then(module => module.LimitSheet))

interface CustomerMoneyProps {
  customer: Customer
  name: string
}

/** What a customer owes and has paid ahead, and what can be done about it. */
export function CustomerMoney({ customer, name }: CustomerMoneyProps) {
  const { me } = useShop()
  const money = useMoney(customer.id)
  const [open, setOpen] = useState<'collect' | 'kapora' | 'limit' | null>(null)
  if (money === undefined) return null
  const { owed, kapora } = money ?? { owed: 0, kapora: 0 }
  const limit = customer.veresiyeLimit ?? null
  const close = () => setOpen(null)
  return (
    <section aria-label="Hesap" className="flex flex-col gap-2">
      <h3 className="font-semibold text-ink-soft">Hesap</h3>
      {owed !== 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p className="text-name font-semibold">
            {owed > 0 ? `Borcu ${formatMoney(owed)}` : `Alacağı ${formatMoney(-owed)}`}
          </p>
          {owed > 0 && (
            <Button variant="do" onClick={() => setOpen('collect')}>
              Tahsil et
            </Button>
          )}
        </div>
      )}
      {kapora > 0 && <p className="text-name font-semibold">Kaporası {formatMoney(kapora)}</p>}
      {/* Two phones without a network have let him use the same money. */}
      {kapora < 0 && (
        <p className="font-semibold text-look">
          Kapora {formatMoney(-kapora)} fazla kullanıldı; kapora alarak kapatın.
        </p>
      )}
      {limit !== null && <p className="text-ink-soft">Veresiye sınırı {formatMoney(limit)}</p>}
      <div className="-mx-gutter flex flex-wrap">
        <Button variant="quiet" onClick={() => setOpen('kapora')}>
          {kapora > 0 ? 'Kapora' : 'Kapora al'}
        </Button>
        {me.role === 'owner' && (
          <Button variant="quiet" onClick={() => setOpen('limit')}>
            {limit === null ? 'Veresiye sınırı koy' : 'Sınırı değiştir'}
          </Button>
        )}
      </div>
      {open === 'collect' && <CollectSheet customerId={customer.id} onClose={close} />}
      {open === 'kapora' && <KaporaSheet customerId={customer.id} name={name} kapora={kapora} onClose={close} />}
      {open === 'limit' && <LimitSheet customerId={customer.id} name={name} limit={limit} onClose={close} />}
    </section>
  )
}
