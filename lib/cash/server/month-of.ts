import 'server-only'
import type { Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import type { Month } from '../month'
import type { MonthTotals } from '../month-totals'

/** The sums of a month of that shop, or why not; with the rights of who asks. Throws DbError. */
export const monthOfShop = (rpc: Rpc, tenantId: Id, month: Month) =>
  rpc<MonthTotals | { refused: 'not-a-member' | 'malformed' }>('month_totals', { p_tenant: tenantId, p_month: month })
