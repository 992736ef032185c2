'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { navigate } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { ListRow } from '@/components/ui/list-row'
import { TopBar } from '@/components/ui/top-bar'
import { ageingOf } from '@/lib/cash/ageing'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf } from '@/lib/kernel/zone'
import { CollectSheet } from './collect-sheet'
import { type Debtor, debtors, sinceOf } from './debts'

const ages = [
  { key: 'upTo30', label: '30 güne kadar' },
  { key: 'upTo60', label: '31–60 gün' },
  { key: 'upTo90', label: '61–90 gün' },
  { key: 'older', label: '90 günden eski' },
] as const

/** Who owes what, and for how long. One tap opens somebody, the next collects. */
export function DebtsView() {
  const { shop } = useShop()
  const today = dayOf(useNow(), shop.zone)
  const owing = useLive(debtors)
  const [collecting, setCollecting] = useState<Id | null>(null)
  if (!owing) return null

  const total = owing.reduce((sum, { owed }) => sum + owed, 0)
  const ageing = ageingOf(
    owing.flatMap(({ debts }) => debts),
    today,
    shop.zone,
  )
  const days = (debtor: Debtor) => daysBetween(dayOf(sinceOf(debtor), shop.zone), today)
  return (
    <main className="flex flex-1 flex-col">
      <TopBar title="Veresiye" back={() => navigate('/kasa')} />
      {owing.length === 0 ? (
        <EmptyState text="Kimsenin borcu yok. Parayı alırken “Veresiye”ye dokununca burada görünür." />
      ) : (
        <>
          <section aria-label="Toplam alacak" className="flex flex-col gap-2 px-gutter py-3">
            <p className="text-ink-soft">Toplam alacak</p>
            <p className="text-[min(2rem,9vw)]/tight font-semibold">{formatMoney(total)}</p>
            <dl>
              {ages
                .filter(({ key }) => ageing[key] > 0)
                .map(({ key, label }) => (
                  <div key={key} className="flex flex-wrap justify-between gap-x-3">
                    <dt className={key === 'older' ? 'font-semibold text-look' : ''}>{label}</dt>
                    <dd className="ml-auto font-semibold">{formatMoney(ageing[key])}</dd>
                  </div>
                ))}
            </dl>
          </section>
          <ul className="border-line border-t">
            {owing.map(debtor => (
              <li key={debtor.customerId}>
                <ListRow
                  title={debtor.name}
                  detail={days(debtor) === 0 ? 'bugünden' : `${days(debtor)} gündür`}
                  value={formatMoney(debtor.owed)}
                  onSelect={() => setCollecting(debtor.customerId)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {collecting && <CollectSheet customerId={collecting} onClose={() => setCollecting(null)} />}
    </main>
  )
}

const daysBetween = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
