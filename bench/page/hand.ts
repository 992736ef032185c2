import { liveQuery } from 'dexie'
import { bookAppointment } from '@/lib/appointments/commands/book-appointment'
import { sell as sellCommand } from '@/lib/cash/commands/sell'
import { composeSale } from '@/lib/cash/compose-sale'
import { accountOf } from '@/lib/cash/movement'
import type { Account } from '@/lib/cash/transfer'
import { addCustomer } from '@/lib/customers/add-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { newId } from '@/lib/kernel/id'
import { addMinutes, toInstant } from '@/lib/kernel/zone'
import { openShopDatabase } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import { localSession } from '@/lib/tenants/browser/session'
import type { Person } from '../people'

// Runs in an open shop and does what a person would do there, only faster: through the phone's own commands and outbox.

const { tenantId, userId } = localSession()!
const database = openShopDatabase(tenantId, userId)

let booked = 0

/** A day at the counter in `count` commands: somebody new comes, books, and pays; then the next. */
export async function serve(people: Person[], count: number): Promise<void> {
  const [chair] = await database.table('staff').toArray()
  const [service] = await database.table('services').toArray()
  const accounts: Account[] = await database.table('accounts').toArray()
  let appointmentId = ''
  for (let i = 0; i < count; i++) {
    const person = people[Math.floor(i / 3)]!
    if (i % 3 === 0) await send(database, addCustomer, person)
    if (i % 3 === 1) {
      appointmentId = newId()
      // Behind all that the demo has booked.
      const startsAt = addMinutes(toInstant(new Date()), 60 * 24 * 60 + 30 * booked++)
      await send(database, bookAppointment, {
        id: appointmentId,
        staffId: chair.id,
        serviceId: service.id,
        customerId: person.id,
        startsAt,
        endsAt: addMinutes(startsAt, 30),
        price: 40_000,
        note: null,
      })
    }
    if (i % 3 === 2) await sellFor(accounts, { serviceId: service.id, staffId: chair.id, appointmentId })
  }
}

/** Sells so many haircuts to nobody in particular. */
export async function sell(count: number): Promise<void> {
  const accounts: Account[] = await database.table('accounts').toArray()
  for (let i = 0; i < count; i++) {
    await sellFor(accounts, { serviceId: null, staffId: null, appointmentId: null })
  }
}

async function sellFor(
  accounts: Account[],
  what: { serviceId: string | null; staffId: string | null; appointmentId: string | null },
): Promise<void> {
  const accountId = accountOf(accounts, 'income')!.id
  const ware = { ...what, accountId, name: 'Saç', price: 40_000, kdvRate: null }
  const { appointmentId } = what
  const about = { customerId: null, appointmentId, tipTo: null, note: null }
  const draft = { ...about, wares: [ware], amount: 40_000, ways: { cash: 40_000 } }
  await send(
    database,
    sellCommand,
    composeSale(draft, kind => accountOf(accounts, kind)!.id),
  )
}

/** Brings in a list, in the pieces in which an import sends it. */
export async function bring(people: Person[]): Promise<void> {
  const importId = newId()
  for (let at = 0; at < people.length; at += 200)
    await send(database, importCustomers, { importId, created: people.slice(at, at + 200), merged: [] })
}

/** Resolves with the time (ms of this page) when nothing waits to be sent and the truth of all that was sent is here. */
export const sent = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const outbox = liveQuery(async () => ({
      left: await database.outbox.count(),
      refused: await database.outbox.where('status').equals('rejected').first(),
    }))
    const waiting = outbox.subscribe(({ left, refused }) => {
      if (refused) reject(new Error(`the server refused ${refused.name}: ${refused.reason}`))
      if (left > 0) return
      resolve(performance.now())
      queueMicrotask(() => waiting.unsubscribe())
    })
  })

/** ms from the network's return until everything is sent. */
export const sentAfterReturn = (): Promise<number> =>
  new Promise((resolve, reject) =>
    addEventListener(
      'online',
      () => {
        const start = performance.now()
        sent().then(end => resolve(end - start), reject)
      },
      { once: true },
    ),
  )

declare global {
  var hand: typeof import('./hand')
}
