import { randomBytes } from 'node:crypto'
import { dataOf } from '@/lib/db/server/rpc-over'
import { clientOver } from '@/lib/db/server/user-client'
import { newId } from '@/lib/kernel/id'
import { addDays, addMinutes, dayOf, instantAt, toInstant, weekdayOf } from '@/lib/kernel/zone'
import { publishPage } from '@/lib/tenants/server/publish-page'
import { savePage } from '@/lib/tenants/server/save-page'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import type { Login } from '@/supabase/local/demo'
import { dice, peopleOf } from '@/supabase/local/demo-people'
import { openShopAs, type ShopWork } from '@/supabase/local/seed'
import type { Stack } from '@/supabase/local/stack'
import type { Shop } from './world'

const SUNDAY = 7
const DAYS = 14
const LINKS = 30

export type OpenShop = Pick<Shop, 'tenantId' | 'userId' | 'cookie' | 'slug' | 'links'>

/** Registers an owner, opens his shop with a fortnight of work in it and its page on the web, and logs him in. */
export async function openShop(env: Stack['env'], number: number, now: Date): Promise<OpenShop> {
  const slug = `berber-mehmet-${number}`
  const links = Array.from({ length: LINKS }, () => randomBytes(32).toString('base64url'))
  const owner = {
    shop: `Berber Mehmet ${number}`,
    owner: 'Mehmet',
    trade: 'berber' as const,
    email: `mehmet${number}@siftah.example`,
    phone: `+90216555${String(number).padStart(4, '0')}`,
  }
  const login = await openShopAs(env, owner, now, work => fortnight(work, number, links, now))
  return { slug, links, ...(await publish(login, slug)) }
}

/** Logs the owner in, in a browser of his, and opens the shop's page. */
async function publish(
  { email, password }: Login,
  slug: string,
): Promise<Pick<Shop, 'tenantId' | 'userId' | 'cookie'>> {
  const jar = new Map<string, string>()
  const client = clientOver({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    setAll: changed => changed.forEach(({ name, value }) => void jar.set(name, value)),
  })
  const { data, error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  const owned = dataOf(await client.from('memberships').select('tenant_id').eq('user_id', data.user.id).single())
  const saved = await savePage(client, owned.tenant_id, { slug, address: null })
  if (!saved.ok) throw new Error(`${slug}: ${saved.error}`)
  await publishPage(client, owned.tenant_id, true)
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return { tenantId: owned.tenant_id, userId: data.user.id, cookie }
}

/** Two chairs, sixty customers, four visits a day and chair, and links to the first visits ahead. */
function fortnight({ add, services, staff: [own], zone }: ShopWork, number: number, links: string[], now: Date): void {
  const roll = dice(number)
  const today = dayOf(toInstant(now), zone)
  const second = newId()
  add('staff.save@1', toInstant(now), { id: second, name: 'Kemal', position: 1 })
  for (let weekday = 1; weekday < SUNDAY; weekday++)
    add('hours.set@1', toInstant(now), { id: newId(), staffId: second, weekday, ranges: [[9 * 60, 20 * 60]] })

  const customers = peopleOf(number).map(({ name, note }, i) => {
    const id = newId()
    const phones = [`+90532${String(number).padStart(4, '0')}${String(i).padStart(3, '0')}`]
    add('customers.add@1', toInstant(now), { id, name, phones, email: null, note })
    return id
  })

  let linked = 0
  for (let offset = 1; offset <= DAYS; offset++) {
    const day = addDays(today, offset)
    if (weekdayOf(day) === SUNDAY) continue
    for (const staffId of [own!, second]) {
      for (let hour = 9; hour < 20; hour += 3) {
        const service = services[roll(services.length)]!
        const startsAt = instantAt(day, hour * 60 + roll(4) * 15, zone)
        const part = { id: newId(), staffId, serviceId: service.id, price: service.price, note: null }
        const served = { startsAt, endsAt: addMinutes(startsAt, service.minutes), prepareMinutes: 0, cleanMinutes: 0 }
        const visit = {
          visitId: null,
          seriesId: null,
          status: 'confirmed',
          lapsesAt: null,
          waitingId: null,
          walkInId: null,
        }
        const customerId = customers[roll(customers.length)]
        add('appointments.book@2', toInstant(now), { ...visit, customerId, parts: [{ ...part, ...served }] })
        const token = links[linked++]
        if (!token) continue
        add('links.share@1', toInstant(now), { id: newId(), appointmentId: part.id, tokenHash: tokenHash(token) })
      }
    }
  }
}
