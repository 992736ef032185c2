'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import { BottomBar } from '@/components/ui/bottom-bar'
import { CashIcon, CustomersIcon, TodayIcon } from '@/components/ui/icons'
import { SnackbarProvider } from '@/components/ui/snackbar'
import { ConnectionLine } from './connection-line'
import { Opening } from './opening'
import { navigate, usePath } from './router'
import { ShopProvider } from './shop-context'
import { UpdateLine } from './update-line'
import { useOpenShop } from './use-open-shop'

// Each view is a chunk of its own; the service worker keeps them all, so that none is missing offline.
const views: Record<string, ComponentType> = {
  bugun: lazy(() => import('@/components/appointments/today-view').then(module => ({ default: module.TodayView }))),
  musteriler: lazy(() =>
    import('@/components/customers/customers-view').then(module => ({ default: module.CustomersView })),
  ),
  kasa: lazy(() => import('@/components/cash/cash-view').then(module => ({ default: module.CashView }))),
  ayarlar: lazy(() => import('@/components/settings/settings-view').then(module => ({ default: module.SettingsView }))),
  gonderilecekler: lazy(() => import('./outbox-view').then(module => ({ default: module.OutboxView }))),
}
const NeedsInternet = lazy(() => import('./needs-internet').then(module => ({ default: module.NeedsInternet })))

const menus = [
  { href: '/bugun', label: 'Bugün', icon: <TodayIcon /> },
  { href: '/musteriler', label: 'Müşteriler', icon: <CustomersIcon /> },
  { href: '/kasa', label: 'Kasa', icon: <CashIcon /> },
]

/** The whole shop on the phone: three menus over the phone's own copy of the data. */
export function ShopApp() {
  const path = usePath()
  const opening = useOpenShop()
  const name = path?.split('/')[1] ?? ''
  // The service worker serves this shell for every address it cannot reach.
  const View = views[name] ?? NeedsInternet

  return (
    <SnackbarProvider>
      <div className="flex min-h-dvh flex-col pb-bar lg:pb-0 lg:pl-rail">
        {opening.phase === 'open' ? (
          <ShopProvider value={opening.shop}>
            <ConnectionLine />
            <UpdateLine />
            <Suspense>
              <View />
            </Suspense>
          </ShopProvider>
        ) : (
          <Opening opening={opening} />
        )}
      </div>
      <BottomBar
        items={menus.map(menu => ({
          ...menu,
          active: path?.startsWith(menu.href) ?? false,
          onSelect: () => navigate(menu.href),
        }))}
      />
    </SnackbarProvider>
  )
}
