import 'client-only'
import type { Transport } from './exchange'

/** A bad line is given this long; then the same is sent again, which does no harm (SPEC SY4). */
const PATIENCE_MS = 30_000

/** Carries requests to this site's own server. Throws when no answer came or the answer was not ours (a hotel's log-in page). */
export const httpTransport: Transport = async request => {
  const response = await fetch('/api/sync', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const outcome = await response.json()
  if ('answer' in outcome || 'refusal' in outcome) return outcome
  throw new Error(`not an answer: ${response.status}`)
}
