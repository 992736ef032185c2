import http from 'k6/http'
import type { Answer, Command, Cursor } from '@/lib/sync/protocol'
import type { Shop } from '../world.ts'
import { asAct } from './act.ts'
import { newId } from './new-id.ts'
import { url } from './shops.ts'

const PROTOCOL = 1

const deviceId = newId()
let cursor: Cursor | undefined

/** One request of this user's phone; null: no answer came, or the phone was turned away. */
export function exchange(name: string, shop: Shop, commands: Command[]): Answer | null {
  const { tenantId, userId, cookie } = shop
  const request = { protocol: PROTOCOL, tenantId, userId, deviceId, cursor: cursor ?? shop.cursor, commands }
  const headers = { 'content-type': 'application/json', cookie }
  const response = http.post(`${url}/api/sync`, JSON.stringify(request), asAct(name, headers))
  if (response.status !== 200) return null
  const { answer } = response.json() as unknown as { answer?: Answer }
  if (answer) cursor = answer.cursor
  return answer ?? null
}
