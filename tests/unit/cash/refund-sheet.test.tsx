import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Refund } from '@/components/cash/selling/refund'
import type { TillLine } from '@/components/cash/use-till'
import { ShopProvider } from '@/components/shop/shop-context'
import { SnackbarProvider } from '@/components/ui/snackbar'
import type { SoldLine } from '@/lib/cash/browser/sold'
import { newId } from '@/lib/kernel/id'
import { openShopDatabase } from '@/lib/sync/browser/database'

const [tenantId, userId] = [newId(), newId()]
const database = openShopDatabase(tenantId, userId, { indexedDB: new IDBFactory(), IDBKeyRange })
const place = { phone: null, address: null, slug: null, zone: 'Europe/Istanbul' }
const shop = { id: tenantId, name: 'Berber Mehmet', trade: 'berber', ...place }
const me = { userId, role: 'owner' as const, name: 'Mehmet', seesTill: true, staffId: null }

/** “İade” of a sale of one haircut for 400 lira, of which so much has not been given back. */
function refundOf(kept: number): string {
  const haircut = { id: newId(), name: 'Saç kesimi', gross: 40_000, kept, kdvRate: 20 } as SoldLine
  return renderToStaticMarkup(
    <ShopProvider value={{ database, shop, me }}>
      <SnackbarProvider>
        <Refund line={{ customerId: null } as TillLine} sold={[haircut]} onClose={() => {}} />
      </SnackbarProvider>
    </ShopProvider>,
  )
}

test('what is left of a sale can be given back', () => {
  expect(refundOf(15_000)).toContain('₺150')
})

test('[CA11] a sale that another phone has given back meanwhile says so, and offers nothing to give', () => {
  const told = refundOf(0)
  expect(told).toContain('Tamamı iade edildi.')
  expect(told).not.toContain('<button')
})
