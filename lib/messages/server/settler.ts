import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Rpc } from '@/lib/db/server/rpc'
import { DbError } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'

/** How a claimed message ended, as `settle_messages` takes it. */
export type Settled = { id: Id; lease: Id; outcome: string } & Record<string, unknown>

/** While the database does not answer, what was sent is told again; its lease ends before this does any harm. */
const WAITS_MS = [100, 500, 2_000]

/**
 * Writes down how messages ended. One call is under way at a time, and takes everything that has ended meanwhile: a worker in a hurry pays
 * for few calls, and what was sent is on record a moment later.
 */
export function settler(rpc: Rpc, now: string | null): (settled: Settled) => Promise<void> {
  let waiting: Settled[] = []
  let running = Promise.resolve()
  let next: Promise<void> | null = null
  return settled => {
    waiting.push(settled)
    // What could not be written down was told to whoever waited for it; the others are written down all the same.
    next ??= running
      .catch(() => {})
      .then(() => {
        const all = waiting
        waiting = []
        next = null
        running = tell(all)
        return running
      })
    return next
  }

  async function tell(all: Settled[]): Promise<void> {
    for (const wait of [...WAITS_MS, null]) {
      try {
        await rpc('settle_messages', { p_results: all, p_now: now })
        return
      } catch (error) {
        if (!(error instanceof DbError) || wait === null) throw error
        await sleep(wait)
      }
    }
  }
}
