import 'client-only'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { leaveShop } from './session'

const KEY = 'siftah.leaving'

/**
 * Wipes the phone's copy and ends the session. The caller has made sure that nothing unsent is lost (SPEC SY15).
 * Offline, the copy is wiped at once and the server is told at the next start.
 */
export async function logOut(database: ShopDatabase): Promise<void> {
  localStorage.setItem(KEY, 'yes')
  leaveShop()
  await database.delete()
  await finishLogOut()
}

/** Tells the server of a log-out it has not heard of yet. */
export async function finishLogOut(): Promise<void> {
  if (!localStorage.getItem(KEY)) return
  try {
    const { ok } = await fetch('/api/log-out', { method: 'POST' })
    if (ok) localStorage.removeItem(KEY)
  } catch {
    // No network: the next start tries again.
  }
}
