import { beforeEach, describe, expect, test } from 'vitest'
import { moneyOfCustomer, moneyOfCustomers } from '@/lib/cash/browser/debts'
import { keptForDebts } from '@/lib/cash/browser/own-transfers'
import { everyAccount } from '@/lib/cash/browser/till'
import { openDebts } from '@/lib/cash/commands/open-debts'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import { sell } from '@/lib/cash/commands/sell'
import { composeSale } from '@/lib/cash/compose-sale'
import { accountOf, type WayKind } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import { addCustomer } from '@/lib/customers/add-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { mergeCustomers } from '@/lib/customers/merge-customers'
import { undoImport } from '@/lib/customers/undo-import'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, toInstant } from '@/lib/kernel/zone'
import { refusedCommands } from '@/lib/sync/browser/outbox'
import { prune } from '@/lib/sync/browser/prune'
import { openWorld, type Phone, type World } from '@/tests/support/sync-world'

// Who owes what, on the phones of one shop, with and without a network.

let world: World
let [counter, back]: Phone[] = []
let ali: Id

beforeEach(async () => {
  world = await openWorld()
  counter = world.phone()
  back = world.phone()
  await counter.deliver()
  ali = await newCustomer(counter, 'Ali Çelik')
  await meet(counter, back)
})

async function newCustomer(phone: Phone, name: string): Promise<Id> {
  const id = newId()
  await phone.do(addCustomer, { id, name, phones: [], email: null, note: null })
  return id
}

/** Everybody hears everything. */
async function meet(...phones: Phone[]): Promise<void> {
  for (const phone of phones) await phone.deliver()
  for (const phone of phones) await phone.deliver()
}

async function sells(phone: Phone, customerId: Id, ways: Partial<Record<WayKind, number>>) {
  const accounts = await everyAccount(phone.tab())
  const price = Object.values(ways).reduce((sum, paid) => sum + paid, 0)
  const ware = {
    accountId: accountOf(accounts, 'income')!.id,
    serviceId: world.serviceId,
    staffId: world.staff[0]!,
    appointmentId: null,
    name: null,
    price,
    kdvRate: 20 as const,
  }
  const draft = { customerId, appointmentId: null, wares: [ware], amount: price, tipTo: null, note: null, ways }
  const selling = composeSale(draft, kind => accountOf(accounts, kind)!.id)
  await phone.do(sell, selling)
  return selling
}

async function collects(phone: Phone, customerId: Id, amount: number): Promise<Id> {
  const cash = accountOf(await everyAccount(phone.tab()), 'cash')!
  const debt = ownAccount('veresiye', customerId)
  const id = newId()
  const ways = { fromAccountId: debt.id, toAccountId: cash.id }
  await phone.do(recordTransfer, { id, ...ways, amount, appointmentId: null, note: null, opens: [debt] })
  return id
}

const owes = async (phone: Phone, customerId = ali) => {
  const { owed, debts } = await moneyOfCustomer(phone.tab(), customerId)
  return { owed, left: debts.map(({ left }) => left) }
}

test('[CA3] [CA12] [CA13] two phones without a network sell to and collect from one customer, and then say the same to the kuruş', async () => {
  await sells(counter!, ali, { veresiye: 40_000 })
  await collects(counter!, ali, 10_001)
  await sells(back!, ali, { cash: 10_000, veresiye: 25_050 })
  const mistaken = await collects(back!, ali, 5_000)
  await back!.do(reverseTransfer, { id: newId(), reversesId: mistaken })
  await collects(back!, ali, 3_333)
  // Each knows of its own.
  expect(await owes(counter!)).toEqual({ owed: 29_999, left: [29_999] })
  expect(await owes(back!)).toEqual({ owed: 21_717, left: [21_717] })

  await meet(counter!, back!)
  const together = { owed: 40_000 + 25_050 - 10_001 - 3_333, left: [40_000 - 10_001 - 3_333, 25_050] }
  expect(await owes(counter!)).toEqual(together)
  expect(await owes(back!)).toEqual(together)
  expect(await back!.shows()).toEqual(await counter!.shows())

  const fresh = world.phone()
  await fresh.deliver()
  expect(await owes(fresh)).toEqual(together)
  for (const phone of [counter!, back!]) expect(await phone.tab().outbox.count()).toBe(0)
})

test('an answer that was lost collects nothing twice', async () => {
  await sells(counter!, ali, { veresiye: 40_000 })
  await collects(counter!, ali, 15_000)
  await counter!.deliver('lost-answer')
  await counter!.deliver('doubled-request')
  await meet(counter!, back!)
  expect(await owes(back!)).toEqual({ owed: 25_000, left: [25_000] })
})

test('[CA14] two customers who turn out to be one owe together, the oldest first, on every phone', async () => {
  const veli = await newCustomer(counter!, 'A. Çelik')
  await meet(counter!, back!)
  await sells(counter!, veli, { veresiye: 10_000 })
  await meet(counter!, back!)
  await back!.do(mergeCustomers, { id: ali, mergedId: veli, name: 'Ali Çelik', phones: [], email: null, note: null })
  await sells(counter!, ali, { veresiye: 5_000 })
  // Has not heard of it, and sells to who is gone.
  await sells(counter!, veli, { veresiye: 2_000 })
  await meet(back!, counter!)
  await collects(back!, ali, 12_000)
  await meet(counter!, back!)
  for (const phone of [counter!, back!]) expect(await owes(phone)).toEqual({ owed: 5_000, left: [3_000, 2_000] })
})

test('[CA15] a phone of many years lets go of what was settled, and never of what is owed', async () => {
  const veli = await newCustomer(counter!, 'Veli')
  await sells(counter!, ali, { veresiye: 40_000 })
  await collects(counter!, ali, 15_000)
  await sells(counter!, veli, { veresiye: 10_000 })
  await collects(counter!, veli, 10_000)
  await sells(counter!, veli, { cash: 7_000 })
  await counter!.deliver()

  const tab = counter!.tab()
  const inYears = addMinutes(toInstant(new Date()), 500 * 24 * 60)
  await tab.standings.update('standing', { saidAt: inYears })
  await prune(tab, keptForDebts)
  expect(await owes(counter!)).toEqual({ owed: 25_000, left: [25_000] })
  expect(await counter!.rows('transfers')).toHaveLength(2)
  expect((await moneyOfCustomers(tab)).map(({ customerId }) => customerId)).toEqual([ali])
})

describe('[CA16] a list with debts', () => {
  const bring = async (phone: Phone, amounts: number[]) => {
    const importId = newId()
    const created = amounts.map((_, i) => ({ id: newId(), name: `Müşteri ${i}`, phones: [], email: null, note: null }))
    await phone.do(importCustomers, { importId, created, merged: [] })
    const fromAccountId = accountOf(await everyAccount(phone.tab()), 'opening')!.id
    await phone.do(openDebts, {
      importId,
      fromAccountId,
      opens: created.map(({ id }) => ownAccount('veresiye', id)),
      debts: created.map(({ id }, i) => ({
        id: newId(),
        toAccountId: ownAccount('veresiye', id).id,
        amount: amounts[i]!,
      })),
    })
    return { importId, customers: created.map(({ id }) => id) }
  }
  const total = async (phone: Phone) => (await moneyOfCustomers(phone.tab())).reduce((sum, { owed }) => sum + owed, 0)

  test('is owed at once, without a network, and everywhere afterwards; taken back, nobody owes it', async () => {
    const { importId } = await bring(counter!, [10_000, 2_550])
    expect(await total(counter!)).toBe(12_550)
    await meet(counter!, back!)
    expect(await total(back!)).toBe(12_550)

    await back!.do(undoImport, { importId })
    expect(await total(back!)).toBe(0)
    await meet(back!, counter!)
    for (const phone of [counter!, back!]) expect(await total(phone)).toBe(0)
    expect(await counter!.shows()).toEqual(await back!.shows())
  })

  test('taken back leaves alone who has paid since: he and the rest of his debt stay, as the phone had foreseen', async () => {
    const { importId, customers } = await bring(counter!, [10_000, 2_550])
    await collects(counter!, customers[0]!, 4_000)
    await counter!.do(undoImport, { importId })
    const standing = async (phone: Phone) => ({
      owed: await total(phone),
      people: (await phone.rows('customers')).map(({ id }) => id).sort(),
    })
    const foreseen = await standing(counter!)
    expect(foreseen).toEqual({ owed: 6_000, people: [ali, customers[0]!].sort() })
    await meet(counter!, back!)
    expect(await standing(counter!)).toEqual(foreseen)
    expect(await standing(back!)).toEqual(foreseen)
  })

  test('taken back while another phone has no network: what that one took and sold meanwhile is in the book, on every phone', async () => {
    const { importId, customers } = await bring(counter!, [10_000])
    await meet(counter!, back!)
    const [gone] = customers as [Id]
    await collects(back!, gone, 4_000)
    await sells(back!, gone, { cash: 3_000, veresiye: 2_000 })
    await counter!.do(undoImport, { importId })
    await meet(counter!, back!)

    expect(await refusedCommands(back!.tab())).toEqual([])
    const fresh = world.phone()
    await fresh.deliver()
    for (const phone of [counter!, back!, fresh]) {
      // He has paid 40 lira and owes 20; what the list had said of him is gone, and his name.
      expect((await owes(phone, gone)).owed).toBe(2_000 - 4_000)
      expect((await phone.rows('customers')).map(({ id }) => id)).toEqual([ali])
    }
    expect(await back!.shows()).toEqual(await counter!.shows())
  })
})
