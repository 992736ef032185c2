import { addDays, addMinutes, dayOf, instantAt, toInstant } from '@/lib/kernel/zone'
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
function crammed({ add, newId, staff, services, account, zone }: ShopWork, now: Date): void {
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
  const sale = { fromAccountId: account('Hizmet'), toAccountId: account('Kasa'), amount: 123_456_700 }
  add('cash.transfer@1', toInstant(now), {
    id: newId(),
    ...sale,
    appointmentId: null,
    note: 'Gelin başı, nedimeler, kına gecesi ve düğün',
  })
}
