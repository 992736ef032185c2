import 'server-only'
import type { Rpc } from '@/lib/db/server/rpc'

type Refused = 'forged' | 'malformed' | 'nobody'

/** Counted and not yet written down, by provider. */
const waiting = new Map<string, Partial<Record<Refused, number>>>()
let writing: Promise<void> | null = null

/**
 * Counts what was turned away (SPEC ME14). One write is under way at a time and takes all that was counted meanwhile: a flood of forged calls is a few writes,
 * and a few lines for the operator.
 */
export function countRefused(rpc: Rpc, provider: string, outcome: Refused): void {
  const counts = waiting.get(provider) ?? {}
  counts[outcome] = (counts[outcome] ?? 0) + 1
  waiting.set(provider, counts)
  writing ??= write(rpc).finally(() => {
    writing = null
  })
}

/** Until all is written down. */
export const countedRefused = async (): Promise<void> => {
  while (writing) await writing
}

async function write(rpc: Rpc): Promise<void> {
  while (waiting.size > 0) {
    const all = [...waiting]
    waiting.clear()
    for (const [provider, counts] of all) {
      const words = Object.entries(counts).map(([outcome, n]) => `${n} ${outcome}`)
      console.warn(`callbacks of ${provider} turned away: ${words.join(', ')}`)
      await rpc('count_callbacks', { p_provider: provider, p_counts: counts }).catch((error: Error) =>
        console.error(`callbacks could not be counted: ${error.name}`),
      )
    }
  }
}
