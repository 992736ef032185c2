import 'client-only'
import { addDays, type Day } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { KnownTill } from '../foresee-closing'
import type { SaleLine } from '../sale'
import type { StaffShare } from '../share'
import type { Transfer } from '../transfer'
import { lastClosing } from './closed-through'
import { everyAccount, transfersOfDays } from './till'

const EARLIEST: Day = '2000-01-01'

/** What this phone knows of the till, as far as it matters for closing that day. */
export async function knownTill(db: ShopDatabase, day: Day, zone: string): Promise<KnownTill> {
  const shares = await mirror<StaffShare>(db, 'staff_shares').toArray()
  const before = await lastClosing(db)
  const since = before ? addDays(before.day, 1) : EARLIEST
  // What a chair has earned follows from everything before; without shares the open days are enough.
  const everything = shares.length > 0
  return {
    accounts: await everyAccount(db),
    transfers: everything
      ? await mirror<Transfer>(db, 'transfers').toArray()
      : (await transfersOfDays(db, since, day, zone)).map(({ transfer }) => transfer),
    lines: everything ? await mirror<SaleLine>(db, 'sale_lines').toArray() : [],
    shares,
    chairs: await mirror<KnownTill['chairs'][number]>(db, 'staff').toArray(),
    before,
    zone,
  }
}
