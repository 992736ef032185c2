import http from 'k6/http'
import type { Answer, Command, Cursor } from '@/lib/sync/protocol'
import type { Shop } from '../world.ts'
import { newId } from './new-id.ts'
import { url } from './shops.ts'

const PROTOCOL = 1

/** As long as a phone waits (lib/sync/browser/http-transport.ts). */
export const PATIENCE = '30s'

const deviceId = newId()
let cursor: Cursor | undefined

/** One request of this user's phone; null: no answer came, or the phone was turned away. */
export function exchange({ tenantId, userId, cookie, cursor: downloaded }: Shop, commands: Command[]): Answer | null {
  const request = { protocol: PROTOCOL, tenantId, userId, deviceId, cursor: cursor ?? downloaded, commands }
  const response = http.post(`${url}/api/sync`, JSON.stringify(request), {
    headers: { 'content-type': 'application/json', cookie },
    timeout: PATIENCE,
  })
  if (response.status !== 200) return null
  const { answer } = response.json() as unknown as { answer?: Answer }
  if (answer) cursor = answer.cursor
  return answer ?? null
}
