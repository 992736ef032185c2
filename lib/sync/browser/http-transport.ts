import 'client-only'
import { type Transport, Unreachable } from './exchange'

/** A bad line is given this long; then the same is sent again, which does no harm (SPEC SY4). */
const PATIENCE_MS = 30_000

/** Carries requests to this site's own server. An answer that is not ours (a hotel's log-in page) is none. */
export const httpTransport: Transport = async request => {
  try {
    const response = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const outcome = await response.json()
    if ('answer' in outcome || 'refusal' in outcome) return outcome
    throw new Unreachable(`not an answer: ${response.status}`)
  } catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable('no answer', { cause: error })
  }
}
