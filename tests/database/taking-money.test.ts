import { beforeAll, describe, expect, test } from 'vitest'
import { balancesOf } from '@/lib/cash/balances'
import { kdvIn } from '@/lib/cash/kdv'
import { ownAccount } from '@/lib/cash/own-account'
import type { Account, Transfer } from '@/lib/cash/transfer'
import { unsettled, worth } from '@/lib/cash/unsettled'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import type { Answer, Cursor } from '@/lib/sync/protocol'
import { dice } from '@/supabase/local/demo-people'
import {
  addCustomer,
  answerTo,
  apply,
  command,
  fromNow,
  imported,
  lineOf,
  madeBy,
  openDebt,
  openTwoShops,
  reasons,
  type Shop,
  saveStaff,
  sellHaircut,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { asUser, connect, rpcAs } from '@/tests/support/database'
import { pullAll } from './mirror'
import { everythingOf } from './rows'

const sql = connect()
let shop: Shop
let ayse: Shop
beforeAll(async () => {
  ;({ mehmet: shop, ayse } = await openTwoShops())
})

const DAY = 24 * 60
const daysAgo = (days: number): Instant => fromNow(-days * DAY)

async function newCustomer(): Promise<Id> {
  const added = addCustomer()
  await apply(shop, shop.owner, [added])
  return madeBy(added)
}

/** What a phone with nothing on it is given. */
async function newPhone(): Promise<{ accounts: Account[]; transfers: Transfer[] }> {
  const rows = new Map<string, { table: string; row: unknown }>()
  for (let cursor: Cursor | null = null; ; ) {
    const answer: Answer = await answerTo(shop, shop.owner, { cursor })
    for (const { table, id, row } of answer.changes) rows.set(id, { table, row })
    cursor = answer.cursor
    if (!answer.more) break
  }
  const of = <Row>(name: string) =>
    [...rows.values()].filter(({ table }) => table === name).map(({ row }) => row as Row)
  return { accounts: of('accounts'), transfers: of('transfers') }
}

const everyTransfer = () => sql<Transfer[]>`
  select id, from_account_id as "fromAccountId", to_account_id as "toAccountId", amount::float8 as amount, reverses_id as "reversesId",
         to_char(event_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "eventAt"
  from public.transfers where tenant_id = ${shop.id}`

const onVeresiye = (customerId: Id, eventAt: Instant): ReturnType<typeof command> => {
  const owes = ownAccount('veresiye', customerId)
  return { ...sellHaircut(shop, { customerId, opens: [owes] }, owes.id), eventAt }
}
const pays = (customerId: Id, amount: number, eventAt: Instant) => {
  const owes = ownAccount('veresiye', customerId)
  return takeMoney(shop, { fromAccountId: owes.id, toAccountId: shop.accounts.Kasa, amount, opens: [owes] }, eventAt)
}

describe('[CA15] a new phone', () => {
  test('knows of a debt that is older than what it mirrors, and of what was paid of it', async () => {
    const customer = await newCustomer()
    await apply(shop, shop.owner, [onVeresiye(customer, daysAgo(300)), pays(customer, 15_000, daysAgo(80))])
    const { transfers } = await newPhone()
    expect(worth(transfers, new Set([ownAccount('veresiye', customer).id]))).toBe(25_000)
  })

  test('is not given what was settled long ago, nor half of what was settled lately', async () => {
    const [settled, lately] = [await newCustomer(), await newCustomer()]
    await apply(shop, shop.owner, [
      onVeresiye(settled, daysAgo(200)),
      pays(settled, 40_000, daysAgo(190)),
      onVeresiye(lately, daysAgo(90)),
      pays(lately, 40_000, daysAgo(3)),
    ])
    const { transfers } = await newPhone()
    const of = (customer: Id) => {
      const { id } = ownAccount('veresiye', customer)
      return transfers.filter(({ fromAccountId, toAccountId }) => [fromAccountId, toAccountId].includes(id))
    }
    expect(of(settled)).toEqual([])
    expect(of(lately)).toHaveLength(2)
    expect(worth(of(lately), new Set([ownAccount('veresiye', lately).id]))).toBe(0)
  })

  test('knows of an old kapora, and not of a debt that was taken back', async () => {
    const customer = await newCustomer()
    const ahead = ownAccount('kapora', customer)
    const mistaken = onVeresiye(customer, daysAgo(150))
    const [leg] = (mistaken.args as { transfers: { id: Id }[] }).transfers
    await apply(shop, shop.owner, [
      takeMoney(
        shop,
        { fromAccountId: ahead.id, toAccountId: shop.accounts.Kasa, amount: 10_000, opens: [ahead] },
        daysAgo(100),
      ),
      mistaken,
      command('cash.reverse@1', { id: newId(), reversesId: leg!.id }, daysAgo(140)),
    ])
    const { transfers } = await newPhone()
    expect(worth(transfers, new Set([ahead.id]))).toBe(-10_000)
    expect(worth(transfers, new Set([ownAccount('veresiye', customer).id]))).toBe(0)
  })

  test('is told the same as a phone that reckons it, for a year of twenty customers', {
    timeout: 300_000,
  }, async () => {
    const roll = dice(20261125)
    const customers = await Promise.all(Array.from({ length: 20 }, newCustomer))
    const commands = customers.flatMap(customer =>
      Array.from({ length: 1 + roll(8) }, () => {
        const when = daysAgo(1 + roll(390))
        return roll(2) ? onVeresiye(customer, when) : pays(customer, roll(3) ? 40_000 : 1 + roll(40_000), when)
      }),
    )
    await apply(shop, shop.owner, commands)

    const accounts = await sql<Account[]>`
      select id, kind, customer_id as "customerId" from public.accounts where tenant_id = ${shop.id}`
    const all = await everyTransfer()
    const [now] = await sql`select now() - interval '62 days' as until`
    const until = addMinutes(now!.until.toISOString(), 0)
    const told = await sql`select private.unsettled(${shop.id}) as id`
    expect(told.map(({ id }) => id).sort()).toEqual([...unsettled(all, accounts, until)].sort())

    // What it is given comes to the same balances as everything there is.
    const { transfers } = await newPhone()
    for (const customer of customers) {
      const account = new Set([ownAccount('veresiye', customer).id])
      expect(worth(transfers, account)).toBe(worth(all, account))
    }
    expect(transfers.length).toBeLessThan(all.length)
  })
})

describe('[CA16] opening balances', () => {
  const balanceOf = async (account: Id) => balancesOf(await everyTransfer()).get(account) ?? 0

  test('are owed and are no income, and go with the import that brought them', async () => {
    const [importId, customer] = [newId(), newId()]
    const income = await balanceOf(shop.accounts.Hizmet!)
    await apply(shop, shop.owner, [
      command('customers.import@1', { importId, created: [{ id: customer, ...imported }], merged: [] }),
      openDebt(shop, { importId }, customer, 12_345),
    ])
    expect(await balanceOf(ownAccount('veresiye', customer).id)).toBe(12_345)
    expect(await balanceOf(shop.accounts.Hizmet!)).toBe(income)

    await apply(shop, shop.owner, [command('customers.undo-import@1', { importId })])
    expect(await balanceOf(ownAccount('veresiye', customer).id)).toBe(0)
    const [gone] = await sql`select deleted_at from public.customers where id = ${customer}`
    expect(gone!.deleted_at).not.toBeNull()
    expect(await reasons(shop, shop.owner, [openDebt(shop, { importId }, customer)])).toEqual(['undone'])
    // Nor does another list bring a debt to who is gone.
    expect(await reasons(shop, shop.owner, [openDebt(shop, {}, customer)])).toEqual(['missing'])
  })

  test('of who has paid since stay, and he stays; taken back by somebody who may not see them, the others go', async () => {
    const [importId, payer, other] = [newId(), newId(), newId()]
    const created = [payer, other].map(id => ({ id, ...imported, phones: [] }))
    await apply(shop, shop.owner, [
      command('customers.import@1', { importId, created, merged: [] }),
      openDebt(shop, { importId }, payer),
      openDebt(shop, { importId }, other),
      pays(payer, 5_000, fromNow(0)),
    ])
    await apply(shop, shop.staff, [command('customers.undo-import@1', { importId })])
    expect(await balanceOf(ownAccount('veresiye', payer).id)).toBe(20_000)
    expect(await balanceOf(ownAccount('veresiye', other).id)).toBe(0)
    const left = await sql`select id from public.customers where import_id = ${importId} and deleted_at is null`
    expect(left.map(({ id }) => id)).toEqual([payer])
  })

  test('come from "Devir" to a veresiye and from nowhere else to nowhere else', async () => {
    const { Kasa, Kart, Hizmet, Devir } = shop.accounts
    const to = (toAccountId: Id) => ({ opens: [], debts: [{ id: newId(), toAccountId, amount: 1 }] })
    expect(
      await reasons(shop, shop.owner, [
        openDebt(shop, { fromAccountId: Kasa }),
        openDebt(shop, { fromAccountId: Hizmet }),
        openDebt(shop, to(Kart!)),
        openDebt(shop, { ...to(Kasa!), fromAccountId: Devir }),
      ]),
    ).toEqual(Array(4).fill('malformed'))
  })
})

test('[CA17] given back in two goes by two phones, a line has given back exactly its KDV', async () => {
  const sale = sellHaircut(shop, {}, shop.accounts.Kasa, { unitPrice: 10_007 })
  const { id: lineId, gross } = lineOf(sale)
  // Both phones believe that nothing was given back yet.
  const back = (amount: number) =>
    command('cash.refund@1', {
      id: newId(),
      lineId,
      fromAccountId: shop.accounts.Kasa,
      amount,
      kdv: kdvIn(gross, 20) - kdvIn(gross - amount, 20),
    })
  await apply(shop, shop.owner, [sale, back(5_003), back(5_004)])
  const [row] = await sql`
    select sum(case when from_account_id = ${shop.accounts.Hizmet!} then kdv else -kdv end)::int as kdv
    from public.transfers where line_id = ${lineId}`
  expect(row!.kdv).toBe(0)
})

test('[CA11] what was given back is not taken back once more', async () => {
  const sale = sellHaircut(shop)
  const [leg] = (sale.args as { transfers: { id: Id }[] }).transfers
  const back = { id: newId(), lineId: lineOf(sale).id, fromAccountId: shop.accounts.Kasa, amount: 1, kdv: 0 }
  const undo = (reversesId: Id) => command('cash.reverse@1', { id: newId(), reversesId })
  await apply(shop, shop.owner, [sale, command('cash.refund@1', back)])
  expect(await reasons(shop, shop.owner, [undo(leg!.id), undo(back.id), undo(leg!.id)])).toEqual([
    'too-much',
    null,
    null,
  ])
})

describe('[CA11] [CA17] a sale of staff that the owner has given back', () => {
  const undo = (reversesId: Id) => command('cash.reverse@1', { id: newId(), reversesId })
  const refund = (sale: ReturnType<typeof sellHaircut>, amount: number) =>
    command('cash.refund@1', {
      id: newId(),
      lineId: lineOf(sale).id,
      fromAccountId: shop.accounts.Kasa,
      amount,
      kdv: kdvIn(amount, 20),
    })

  test('is neither given back nor taken back by them once more, until the owner takes his refund back', async () => {
    const sale = sellHaircut(shop)
    const [leg] = (sale.args as { transfers: { id: Id }[] }).transfers
    const back = refund(sale, 40_000)
    await apply(shop, shop.staff, [sale])
    await apply(shop, shop.owner, [back])
    expect(await reasons(shop, shop.staff, [refund(sale, 40_000), refund(sale, 1), undo(leg!.id)])).toEqual(
      Array(3).fill('too-much'),
    )
    // Nor is the owner's refund theirs to undo.
    expect(await reasons(shop, shop.staff, [undo(madeBy(back))])).toEqual(['missing'])
    await apply(shop, shop.owner, [undo(madeBy(back))])
    expect(await reasons(shop, shop.staff, [refund(sale, 40_000)])).toEqual([null])
  })

  test('is known to their phones, old and new, and what was given back of other sales is not', async () => {
    const [theirs, owners] = [sellHaircut(shop), sellHaircut(shop)]
    await apply(shop, shop.staff, [theirs])
    await apply(shop, shop.owner, [owners])
    const phone = new Map()
    const seen = await pullAll(shop, shop.staff, null, phone)

    const [back, other] = [refund(theirs, 40_000), refund(owners, 40_000)]
    const again = undo(madeBy(back))
    await apply(shop, shop.owner, [back, other, again])
    const fresh = new Map()
    await pullAll(shop, shop.staff, seen, phone)
    await pullAll(shop, shop.staff, null, fresh)
    for (const mirror of [phone, fresh]) {
      expect([back, again, other].map(it => mirror.has(`transfers/${madeBy(it)}`))).toEqual([true, true, false])
    }
    expect(phone).toEqual(fresh)
  })
})

test('[CA5] each part of a visit says what it was paid with', async () => {
  const sale = sellHaircut(shop, {}, shop.accounts.Kasa, { appointmentId: shop.appointment })
  await apply(shop, shop.owner, [sale])
  const rows = await sql`select appointment_id from public.transfers where sale_id = ${madeBy(sale)}`
  expect(rows.map(row => row.appointment_id)).toEqual([shop.appointment])
})

test('the KDV of a service is none until the owner chooses, and stays where an older phone does not speak of it', async () => {
  const service = { id: newId(), name: 'Sakal', minutes: 15, price: 20_000, position: 2 }
  const save = (args: object = {}) => command('services.save@1', { ...service, ...args })
  const rate = async () => (await sql`select kdv_rate from public.services where id = ${service.id}`)[0]!.kdv_rate
  await apply(shop, shop.owner, [save()])
  expect(await rate()).toBeNull()
  await apply(shop, shop.owner, [save({ kdvRate: 20 }), save({ name: 'Sakal tıraşı' })])
  expect(await rate()).toBe(20)
  await apply(shop, shop.owner, [save({ kdvRate: null })])
  expect(await rate()).toBeNull()
  expect(await reasons(shop, shop.owner, [save({ kdvRate: 18 })])).toEqual(['malformed'])
})

test('[CA18] a limit is a number on the card: who is above it may still be sold to', async () => {
  const customer = await newCustomer()
  await apply(shop, shop.owner, [
    command('cash.set-limit@1', { customerId: customer, limit: 10_000 }),
    onVeresiye(customer, fromNow(0)),
  ])
  const [row] = await sql`select veresiye_limit::int from public.customers where id = ${customer}`
  expect(row!.veresiye_limit).toBe(10_000)
  expect(await reasons(shop, shop.owner, [command('cash.set-limit@1', { customerId: customer, limit: -1 })])).toEqual([
    'malformed',
  ])
})

test('[CA1] what is no amount is refused, and not a row changes', async () => {
  const bad = [0, -1, 0.5, 40_000.01, 100_000_000_001, Number.MAX_SAFE_INTEGER, 2 ** 63, '40000', null, Number.NaN]
  const owes = ownAccount('veresiye', shop.customers[0])
  const opening = (amount: unknown) => ({ opens: [owes], debts: [{ id: newId(), toAccountId: owes.id, amount }] })
  const line = (args: object) => sellHaircut(shop, {}, shop.accounts.Kasa, args)
  const withLeg = (amount: unknown) => {
    const sale = structuredClone(sellHaircut(shop))
    Object.assign((sale.args as { transfers: object[] }).transfers[0]!, { amount })
    return sale
  }
  const sale = sellHaircut(shop)
  await apply(shop, shop.owner, [sale])
  const before = await everythingOf(shop)
  const told = await reasons(shop, shop.owner, [
    ...bad.map(amount => takeMoney(shop, { amount })),
    ...bad.map(amount => openDebt(shop, opening(amount))),
    ...bad.map(withLeg),
    ...bad.map(amount =>
      command('cash.refund@1', {
        id: newId(),
        lineId: lineOf(sale).id,
        fromAccountId: shop.accounts.Kasa,
        amount,
        kdv: 0,
      }),
    ),
    ...[-1, 0.5, 100_000_000_001].map(limit => command('cash.set-limit@1', { customerId: shop.customers[0], limit })),
    // More lines than a till has, a discount above the price, a line that is no income.
    line({ discount: 40_001 }),
    line({ quantity: 0 }),
    line({ quantity: 1.5 }),
    line({ kdvRate: 18 }),
    line({ accountId: shop.accounts.Malzeme }),
  ])
  expect(new Set(told)).toEqual(new Set(['malformed']))
  const { command_results: _, ...after } = await everythingOf(shop)
  const { command_results: __, ...then } = before
  expect(after).toEqual(then)
})

test('[CA13] the account of another shop’s customer is opened by nobody', async () => {
  const his = ownAccount('veresiye', shop.customers[0])
  expect(await reasons(ayse, ayse.owner, [openDebt(ayse, { opens: [his] }, ayse.customers[0])])).toEqual(['missing'])
  // Under a name that does not follow from whose it is.
  const bent = { ...ownAccount('veresiye', ayse.customers[0]), id: newId() }
  expect(await reasons(ayse, ayse.owner, [openDebt(ayse, { opens: [bent] }, ayse.customers[0])])).toEqual(['malformed'])
})

describe('[CA13] an account of somebody', () => {
  /** A command of this member, straight at the database: past the door that would have turned it away. */
  async function pastTheDoor(of: Shop, userId: Id, it: ReturnType<typeof command>) {
    const asked = { p_tenant: of.id, p_device: newId(), p_commands: [it] }
    const { results } = await rpcAs(userId)<Pick<Answer, 'results'>>('apply_commands', asked)
    return (results[0] as { reason?: string }).reason ?? null
  }
  const opening = (of: Shop, account: object) =>
    takeMoney(of, { fromAccountId: of.accounts.Kasa, toAccountId: of.accounts.Banka, opens: [account] })

  test('has the id on every phone that the database gives it', async () => {
    for (const kind of ['veresiye', 'kapora', 'staff'] as const) {
      const whose = newId()
      const [row] = await sql`select private.own_account_id(${kind}, ${whose}) as id`
      expect(row!.id).toBe(ownAccount(kind, whose).id)
    }
  })

  test('is a chair’s only one: a second would be paid everything once more', async () => {
    const second = { id: newId(), kind: 'staff', customerId: null, staffId: shop.chair }
    expect(await pastTheDoor(shop, shop.staff, opening(shop, second))).toBe('malformed')
    const row = { tenant_id: shop.id, id: newId(), kind: 'staff', name: 'Hakediş', staff_id: shop.chair }
    const insert = (tx: typeof sql) => tx`insert into public.accounts ${tx(row)}`
    await expect(asUser(shop.staff, tx => insert(tx as never))).rejects.toMatchObject({ code: '42501' })
    await expect(insert(sql)).rejects.toMatchObject({ code: '23505' })
  })

  test('is not kept from its owner by another shop that sits on its id', async () => {
    const added = saveStaff()
    await apply(ayse, ayse.owner, [added])
    const hers = ownAccount('staff', madeBy(added))
    expect(await pastTheDoor(shop, shop.owner, opening(shop, { ...hers, staffId: shop.chair }))).toBe('malformed')
    expect(await pastTheDoor(shop, shop.owner, opening(shop, hers))).toBe('missing')
    const tip = { fromAccountId: hers.id, toAccountId: ayse.accounts.Kasa, amount: 500, opens: [hers] }
    expect(await reasons(ayse, ayse.owner, [takeMoney(ayse, tip)])).toEqual([null])
  })
})
