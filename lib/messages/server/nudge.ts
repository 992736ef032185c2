import 'server-only'
import { after } from 'next/server'
import type { Id } from '@/lib/kernel/id'
import { runMessages } from './run-messages'

const BUDGET_MS = 10_000

/** Shops whose messages this process is sending just now; true: something was queued meanwhile. */
const running = new Map<Id, boolean>()

/**
 * Sends what the request that is being answered has just queued, once it is answered: the timer would come by a few seconds later. Outside of a
 * request (a script, a test of a handler) that is what happens.
 */
export function nudgeMessages(tenantId: Id): void {
  try {
    after(() => run(tenantId))
  } catch (error) {
    if (!/outside a request scope/.test((error as Error).message)) throw error
  }
}

async function run(tenantId: Id): Promise<void> {
  if (running.has(tenantId)) {
    running.set(tenantId, true)
    return
  }
  try {
    do {
      running.set(tenantId, false)
      await runMessages({ budgetMs: BUDGET_MS, tenantId })
    } while (running.get(tenantId))
  } catch (error) {
    // Nothing is lost: the timer comes by.
    console.error(`messages: ${(error as Error).name} ${(error as Error).message}`)
  } finally {
    running.delete(tenantId)
  }
}
