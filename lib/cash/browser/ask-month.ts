import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Month } from '../month'
import type { MonthTotals } from '../month-totals'

/** A bad line is given this long. */
const PATIENCE_MS = 15_000

/** The sums of a month that this phone does not hold, from the server; null where there is no answer that could be used. */
export async function askMonth(shopId: Id, month: Month, signal: AbortSignal): Promise<MonthTotals | null> {
  try {
    const response = await fetch(`/api/month?shop=${shopId}&month=${month}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    const totals = response.ok ? await response.json() : null
    return totals?.month === month ? totals : null // a hotel's log-in page is no month
  } catch {
    return null
  }
}
