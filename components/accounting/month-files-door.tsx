'use client'

import { useShop } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { buttonClass } from '@/components/ui/button-class'
import { FileIcon } from '@/components/ui/icons'
import { monthOf } from '@/lib/accounting/period'

/** From a month of the till to its files for the accountant; they are written by the server. */
export function MonthFilesDoor({ month }: { month: string }) {
  const { shop, me } = useShop()
  const online = useOnline()
  if (me.role === 'staff') return null
  const { from, to } = monthOf(`${month}-01`)
  if (!online) return <p className="text-ink-soft">Muhasebe dosyaları için internet gerekir.</p>
  return (
    <a
      href={`/muhasebe?${new URLSearchParams({ dukkan: shop.id, ilk: from, son: to })}`}
      className={buttonClass('plain', true)}
    >
      <FileIcon />
      <span className="min-w-0 wrap-anywhere">Muhasebe dosyaları</span>
    </a>
  )
}
