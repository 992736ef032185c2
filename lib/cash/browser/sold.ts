import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { grossOf, type SaleLine } from '../sale'
import type { Transfer } from '../transfer'

/** A line of a sale, and what it has brought in and not given back. */
export type SoldLine = Omit<SaleLine, 'name'> & { name: string; gross: Kurus; kept: Kurus }

/** The lines of a sale as they stand now, in their order (SPEC CA11). */
export async function linesOfSale(db: ShopDatabase, saleId: Id): Promise<SoldLine[]> {
  const [lines, transfers, services] = await Promise.all([
    mirror<SaleLine>(db, 'sale_lines').where('saleId').equals(saleId).sortBy('position'),
    mirror<Transfer>(db, 'transfers').where('saleId').equals(saleId).toArray(),
    mirror<{ id: Id; name: string }>(db, 'services').toArray(),
  ])
  return lines.map(line => ({
    ...line,
    name: services.find(({ id }) => id === line.serviceId)?.name ?? line.name ?? 'Satış',
    gross: grossOf(line),
    kept: transfers
      .filter(({ lineId }) => lineId === line.id)
      .reduce((sum, { fromAccountId, amount }) => sum + (fromAccountId === line.accountId ? amount : -amount), 0),
  }))
}
