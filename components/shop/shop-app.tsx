'use client'

import type { ComponentType } from 'react'
import { TodayView } from '@/components/appointments/day/today-view'
import { BottomBar } from '@/components/ui/bottom-bar'
import { CashIcon, CustomersIcon, TodayIcon } from '@/components/ui/icons'
import { SnackbarProvider } from '@/components/ui/snackbar'
import { ConnectionLine } from './connection-line'
import { later } from './later'
import { ViewBoundary } from './not-shown'
import { Opening } from './opening'
import { navigate, usePath } from './router'
import { ShopProvider } from './shop-context'
import { UpdateLine } from './update-line'
import { useOpenShop } from './use-open-shop'

// Bugün comes with the shell: the app opens there.
const views: Record<string, ComponentType> = {
  bugun: TodayView,
  musteriler: later(() => import('@/components/customers/customers-view').then(module => module.CustomersView)),
  kasa: later(() => import('@/components/cash/cash-view').then(module => module.CashView)),
  ayarlar: later(() => import('@/components/settings/settings-view').then(module => module.SettingsView)),
  gonderilecekler: later(() => import('./outbox-view').then(module => module.OutboxView)),
}
const NeedsInternet = later(() => import('./needs-internet').then(module => module.NeedsInternet))

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
            <ViewBoundary path={path}>
              <View />
            </ViewBoundary>
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
