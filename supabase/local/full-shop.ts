import { addDays, addMinutes, dayOf, instantAt, toInstant } from '@/lib/kernel/zone'
import { tillOf } from './demo-till'
import { openShopAs, type ShopWork } from './seed'
import type { Stack } from './stack'

/** A shop in which everything is too long, too many or too much: what the screens must bear. */
export const fullShop = {
  shop: 'Saray Bayan Kuaförü ve Güzellik Merkezi Ayşegül Karamehmetoğlu',
  owner: 'Ayşegül Karamehmetoğlu',
  email: 'dolu@siftah.example',
  trade: 'kuafor' as const,
  phone: '+902165550303',
}

export const openFullShop = (env: Stack['env'], now: Date) => openShopAs(env, fullShop, now, work => crammed(work, now))

/** Forty appointments today, names that do not end, and ₺1.234.567,00 in the till. */
function crammed(work: ShopWork, now: Date): void {
  const { add, newId, staff, services, zone } = work
  const today = dayOf(toInstant(now), zone)
  const customers = Array.from({ length: 40 }, (_, i) => {
    const id = newId()
    const name = `${i % 2 ? 'Abdurrahman Gaffaroğulları' : 'Müzeyyen Hacıhafızoğlu'} Kahramanmaraşlıoğlu ${i + 1}`
    const phones = [`+90532${String(3_000_000 + i)}`]
    add('customers.add@1', instantAt(addDays(today, -40), 600, zone), { id, name, phones, email: null, note: null })
    return id
  })
  customers.forEach((customerId, i) => {
    const startsAt = instantAt(today, 8 * 60 + i * 18, zone)
    const booking = {
      staffId: staff[0],
      customerId,
      serviceId: services[i % services.length]!.id,
      price: 123_400,
      note: null,
    }
    add('appointments.book@1', toInstant(now), { id: newId(), ...booking, startsAt, endsAt: addMinutes(startsAt, 18) })
  })
  const { ware, sell } = tillOf(work)
  const bride = ware({ name: 'Gelin başı, nedimeler, kına gecesi ve düğün', price: 123_456_700 })
  sell(toInstant(now), [bride], { cash: 123_456_700 })
  for (const [i, customerId] of customers.slice(0, 12).entries()) {
    const owed = ware({ serviceId: services[0]!.id, staffId: staff[0]!, price: 123_456_700 - i })
    sell(addMinutes(toInstant(now), -i * 13 * 24 * 60), [owed], { veresiye: 123_456_700 - i }, { customerId })
  }
}
