import type { ReactNode } from 'react'
import { ShopApp } from '@/components/shop/shop-app'

/**
 * One page for all addresses of the shop: its views are chosen on the phone (components/shop/shop-app.tsx), so that the one shell the
 * service worker keeps can open any of them offline. The page files exist for their addresses only.
 */
export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ShopApp />
      {children}
    </>
  )
}
