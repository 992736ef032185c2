'use client'

import { useShop } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { LaterIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { formatPhone } from '@/lib/kernel/phone-format'
import { type Trade, trades } from '@/lib/tenants/trades'

const roleWords = { owner: 'Dükkân sahibi', staff: 'Çalışan', accountant: 'Muhasebeci' } as const

/** What the shop is called here, and the two pages that only the server can show. */
export function ShopPage() {
  const { shop, me } = useShop()
  const offline = !useOnline()
  const detail = offline ? 'internet gerekir' : undefined
  return (
    <>
      <ul className="-mx-gutter">
        <li>
          <ListRow
            title={shop.name}
            detail={[trades[shop.trade as Trade], shop.phone && formatPhone(shop.phone)].filter(Boolean).join(' · ')}
          />
        </li>
        <li>
          <ListRow title={me.name} detail={roleWords[me.role]} />
        </li>
      </ul>
      <ul className="-mx-gutter border-line border-t">
        {me.role === 'owner' && (
          <li>
            <a href={`/ekip?dukkan=${shop.id}`} className="block active:bg-do-soft">
              <ListRow title="Ekip ve davetler" detail={detail} value={<LaterIcon className="text-ink-soft" />} />
            </a>
          </li>
        )}
        <li>
          <a href="/hesap" className="block active:bg-do-soft">
            <ListRow title="Hesabım ve şifre" detail={detail} value={<LaterIcon className="text-ink-soft" />} />
          </a>
        </li>
      </ul>
    </>
  )
}
