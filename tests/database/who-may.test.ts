import { beforeAll, expect, test } from 'vitest'
import { ownAccount } from '@/lib/cash/own-account'
import { everyCommand } from '@/lib/commands/every-command'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'
import {
  addCustomer,
  addTimeOff,
  addToQueue,
  addWaiting,
  apply,
  book,
  bookVisit,
  closeDay,
  command,
  daysAgo,
  fromNow,
  lineOf,
  madeBy,
  openDebt,
  openTwoShops,
  partOf,
  reasons,
  regulars,
  type Shop,
  saveStaff,
  sellHaircut,
  spend,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'

// Every command, asked of each member about things that are there: he may, or is told that he may not.

const sql = connect()
let shop: Shop

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

/** Done beforehand, so that there is something to act on. */
async function done(by: Id, made: Command): Promise<Id> {
  await apply(shop, by, [made])
  return madeBy(made)
}
let days = 100
let open = 30
const freeTime = () => fromNow(++days * 24 * 60)
const booked = () => done(shop.owner, book(shop, { startsAt: freeTime() }))

/** A sound command for this member; whatever it builds on is there, and he sees it if he sees such things at all. */
const commands: Record<string, (member: Id) => Command | Promise<Command>> = {
  'customers.add@1': () => addCustomer(),
  'customers.edit@1': () => command('customers.edit@1', { id: shop.customers[0], note: 'Çayı demli' }),
  'customers.archive@1': () => command('customers.archive@1', { id: shop.customers[0], archived: false }),
  'customers.merge@1': async () => {
    const [id, mergedId] = [await done(shop.owner, addCustomer()), await done(shop.owner, addCustomer())]
    return command('customers.merge@1', { id, mergedId, ...regulars[0] })
  },
  'customers.import@1': () => command('customers.import@1', { importId: newId(), created: [], merged: [] }),
  'customers.undo-import@1': async () => {
    const importId = newId()
    await apply(shop, shop.owner, [command('customers.import@1', { importId, created: [], merged: [] })])
    return command('customers.undo-import@1', { importId })
  },
  'staff.save@1': () => saveStaff(),
  'staff.archive@1': () => command('staff.archive@1', { id: shop.chair, archived: false }),
  'services.save@1': () =>
    command('services.save@1', { id: newId(), name: 'Sakal', minutes: 15, price: 20_000, position: 2 }),
  'services.archive@1': () => command('services.archive@1', { id: shop.service, archived: false }),
  'services.arrange@1': () => command('services.arrange@1', { places: [{ id: shop.service, position: 3 }] }),
  'hours.set@1': () => command('hours.set@1', { id: newId(), staffId: shop.chair, weekday: 2, ranges: [] }),
  'appointments.book@1': () => book(shop, { startsAt: freeTime() }),
  'appointments.move@1': async () => {
    const startsAt = freeTime()
    const to = { staffId: shop.chair, startsAt, endsAt: addMinutes(startsAt, 30) }
    return command('appointments.move@1', { id: await booked(), ...to })
  },
  'appointments.set-status@1': async () =>
    command('appointments.set-status@1', { id: await booked(), status: 'cancelled' }),
  'staff.set-service@1': () =>
    command('staff.set-service@1', {
      id: newId(),
      staffId: shop.chair,
      serviceId: shop.service,
      offered: true,
      minutes: null,
      price: null,
    }),
  'hours.set-special@1': () =>
    command('hours.set-special@1', { id: newId(), staffId: shop.chair, day: '2027-03-01', ranges: [] }),
  'hours.set-holiday@1': () =>
    command('hours.set-holiday@1', { id: newId(), holiday: 'kurban-1', opens: 'usual', until: null }),
  'hours.add-time-off@1': () => addTimeOff(shop),
  'hours.remove-time-off@1': async () =>
    command('hours.remove-time-off@1', { id: await done(shop.owner, addTimeOff(shop)) }),
  'booking.set-rules@1': () => command('booking.set-rules@1', { id: shop.id, stepMinutes: 20 }),
  'appointments.book@2': () => bookVisit([partOf(shop, { startsAt: freeTime() })]),
  'appointments.move@2': async () => {
    const startsAt = freeTime()
    const move = { id: await booked(), staffId: shop.chair, startsAt, endsAt: addMinutes(startsAt, 30) }
    return command('appointments.move@2', { moves: [move] })
  },
  'appointments.take-back@1': async () => command('appointments.take-back@1', { ids: [await booked()] }),
  'links.share@1': async () =>
    command('links.share@1', {
      id: newId(),
      appointmentId: await booked(),
      tokenHash: newId().replaceAll('-', '').repeat(2),
    }),
  'queue.add@1': () => addToQueue(shop),
  'queue.leave@1': async () => command('queue.leave@1', { id: await done(shop.owner, addToQueue(shop)), left: true }),
  'waiting.add@1': () => addWaiting(shop),
  'waiting.end@1': async () => command('waiting.end@1', { id: await done(shop.owner, addWaiting(shop)), ended: true }),
  'messages.set-rules@1': () => command('messages.set-rules@1', { id: shop.id, remindTwoHours: true }),
  'messages.settle@1': async () => {
    const appointment = book(shop, { startsAt: freeTime(), customerId: shop.customers[0] })
    await done(shop.owner, appointment)
    const [planned] = await sql`select id from public.messages where appointment_id = ${madeBy(appointment)} limit 1`
    return command('messages.settle@1', { id: planned!.id, outcome: 'sent' })
  },
  'messages.statement@1': async () => {
    const customerId = await done(shop.owner, addCustomer())
    const debt = ownAccount('veresiye', customerId)
    await done(shop.owner, sellHaircut(shop, { customerId, opens: [debt] }, debt.id))
    return command('messages.statement@1', { id: newId(), customerId })
  },
  'messages.set-block@1': () =>
    command('messages.set-block@1', {
      id: newId(),
      customerId: shop.customers[0],
      channel: 'whatsapp',
      purpose: 'transactional',
      wanted: false,
    }),
  'messages.handle@1': async () => {
    const [written] = await sql`select id from public.inbound_messages where tenant_id = ${shop.id} limit 1`
    return command('messages.handle@1', { id: written!.id })
  },
  'cash.sell@1': () => sellHaircut(shop),
  'cash.refund@1': async member => {
    const sale = sellHaircut(shop)
    await done(member === shop.accountant ? shop.owner : member, sale)
    const back = { id: newId(), lineId: lineOf(sale).id, fromAccountId: shop.accounts.Kasa, amount: 100, kdv: 17 }
    return command('cash.refund@1', back)
  },
  'cash.transfer@1': () => takeMoney(shop),
  'cash.spend@1': () => spend(shop),
  'cash.close-day@1': () => closeDay(shop, { day: daysAgo(--open) }),
  'staff.set-share@1': () =>
    command('staff.set-share@1', {
      id: newId(),
      staffId: shop.chair,
      fromDay: daysAgo(0),
      percent: null,
      fixed: 5_000,
    }),
  'cash.open-debts@1': async () => {
    const importId = newId()
    await apply(shop, shop.owner, [command('customers.import@1', { importId, created: [], merged: [] })])
    return openDebt(shop, { importId })
  },
  'cash.set-limit@1': () => command('cash.set-limit@1', { customerId: shop.customers[0], limit: null }),
  'cash.reverse@1': async member => {
    const reversesId = await done(member === shop.accountant ? shop.owner : member, takeMoney(shop))
    return command('cash.reverse@1', { id: newId(), reversesId })
  },
}

const ownersAlone = [
  ...['staff.save@1', 'staff.archive@1', 'staff.set-service@1', 'services.save@1', 'services.archive@1'],
  'services.arrange@1',
  ...['cash.close-day@1', 'staff.set-share@1'],
  'cash.set-limit@1',
  ...['hours.set@1', 'hours.set-special@1', 'hours.set-holiday@1', 'booking.set-rules@1', 'messages.set-rules@1'],
  'messages.set-block@1',
]

test('every command is asked about: a new one must say whose it is', () => {
  expect(Object.keys(commands).sort()).toEqual([...everyCommand.keys()].sort())
})

test.each(Object.keys(commands))('[SY3] %s is carried out or forbidden, as the role has it', async name => {
  const answers: Record<string, string | null | undefined> = {}
  for (const role of ['owner', 'staff', 'accountant'] as const) {
    const asked = await commands[name]!(shop[role])
    answers[role] = (await reasons(shop, shop[role], [asked]))[0]
  }
  const staff = ownersAlone.includes(name) ? 'forbidden' : null
  expect(answers).toEqual({ owner: null, staff, accountant: 'forbidden' })
})
