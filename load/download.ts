import { type Id, newId } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { type Answer, type Change, type Cursor, PROTOCOL } from '@/lib/sync/protocol'
import type { OpenShop } from './open-shop'
import type { Shop } from './world'

/** A phone's first download, through the phones' own door. */
export async function download(url: string, shop: OpenShop): Promise<Shop> {
  const { tenantId, userId, cookie } = shop
  const deviceId = newId()
  const rows: Change[] = []
  let cursor: Cursor | null = null
  for (let more = true; more; ) {
    const response: Response = await fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ protocol: PROTOCOL, tenantId, userId, deviceId, cursor, commands: [] }),
    })
    const { answer } = (await response.json()) as { answer?: Answer }
    if (!answer) throw new Error(`a phone of ${shop.slug} was turned away (${response.status})`)
    rows.push(...answer.changes)
    cursor = answer.cursor
    more = answer.more
  }
  const rowsOf = <Row>(table: string) => rows.filter(row => row.table === table).map(({ row }) => row as Row)
  const account = (name: string) => rowsOf<{ id: Id; name: string }>('accounts').find(row => row.name === name)!.id
  return {
    ...shop,
    cursor: cursor!,
    chairs: rowsOf<{ id: Id }>('staff').map(({ id }) => id),
    services: rowsOf<{ id: Id; minutes: number; price: Kurus }>('services').map(({ id, minutes, price }) => ({
      id,
      minutes,
      price,
    })),
    customers: rowsOf<{ id: Id }>('customers').map(({ id }) => id),
    income: account('Hizmet'),
    till: account('Kasa'),
  }
}
