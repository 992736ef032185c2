import type { Id } from '@/lib/kernel/id'
import { addDays, addMinutes, type Day, type Instant, instantAt, weekdayOf } from '@/lib/kernel/zone'
import type { Trade } from '@/lib/tenants/trades'
import type { ShopWork } from './seed'

const SUNDAY = 7
/** The first days behind the two weeks of single appointments: nothing is in the way there. */
const BEHIND = 8
const SERIES_WEEKS = 6

interface DemoBook {
  work: ShopWork
  trade: Trade
  today: Day
  now: Instant
  chairs: readonly [Id, Id]
  customers: readonly Id[]
}

/**
 * What a book has besides single appointments: a visit of two parts, somebody who comes each week, and at the barber's a queue, at the
 * hairdresser's two who wait for a free time.
 */
export function besidesAppointments({ work, trade, today, now, chairs, customers }: DemoBook): void {
  const { add, newId, services, zone } = work
  const [first, second] = services as [ShopWork['services'][number], ShopWork['services'][number]]
  const ahead = [BEHIND, BEHIND + 1].map(days => addDays(today, days)).find(day => weekdayOf(day) !== SUNDAY)!
  const part = (service: typeof first, staffId: Id, startsAt: Instant) => ({
    id: newId(),
    staffId,
    serviceId: service.id,
    startsAt,
    endsAt: addMinutes(startsAt, service.minutes),
    prepareMinutes: 0,
    cleanMinutes: 0,
    price: service.price,
    note: null,
  })
  const book = (customerId: Id, parts: ReturnType<typeof part>[], seriesId: Id | null = null) =>
    add('appointments.book@2', now, {
      visitId: parts.length > 1 ? newId() : null,
      seriesId,
      customerId,
      status: 'confirmed',
      lapsesAt: null,
      waitingId: null,
      walkInId: null,
      parts,
    })

  const noon = instantAt(ahead, 12 * 60, zone)
  book(customers[1]!, [part(first, chairs[0], noon), part(second, chairs[1], addMinutes(noon, first.minutes))])
  const seriesId = newId()
  for (let week = 0; week < SERIES_WEEKS; week++) {
    book(customers[2]!, [part(first, chairs[0], instantAt(addDays(ahead, 7 * week), 17 * 60, zone))], seriesId)
  }

  if (trade === 'berber') {
    add('queue.add@1', addMinutes(now, -12), { ...nobody, id: newId(), serviceId: first.id, customerId: customers[3] })
    add('queue.add@1', addMinutes(now, -4), { ...nobody, id: newId(), serviceId: second.id, name: 'Kasketli genç' })
    return
  }
  for (const customerId of customers.slice(4, 6)) {
    const wish = { customerId, serviceId: first.id, staffId: null, fromMinute: 0, toMinute: 24 * 60 }
    add('waiting.add@1', now, { id: newId(), ...wish, fromDay: addDays(today, 1), toDay: addDays(today, 6) })
  }
}

const nobody = { customerId: null, name: null, staffId: null }
