import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { balancesOf } from '@/lib/cash/balances'
import { lastOf } from '@/lib/cash/commands/close-day'
import { type DayClosing, type DaySummary, readSummary } from '@/lib/cash/day-closing'
import { foreseeClosing, type KnownTill } from '@/lib/cash/foresee-closing'
import { ownAccount } from '@/lib/cash/own-account'
import type { SaleLine } from '@/lib/cash/sale'
import type { StaffShare } from '@/lib/cash/share'
import type { Account, Transfer } from '@/lib/cash/transfer'
import { type Id, newId } from '@/lib/kernel/id'
import { type Day, type Instant, instantAt } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'
import { dice } from '@/supabase/local/demo-people'
import {
  addCustomer,
  allOf,
  apply,
  closeDay,
  command,
  daysAgo,
  lineOf,
  madeBy,
  openTwoShops,
  reasons,
  type Shop,
  saveStaff,
  sellHaircut,
  send,
  spend,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'

// The end of the day as lib/cash/SPEC.md promises it, asked of the real Postgres. By hand: DAYS=200 SEED=42 npx vitest run --project database day-closing

const ZONE = 'Europe/Istanbul'
const DAYS = Number(process.env.DAYS ?? 12)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

const sql = connect()
const at = (day: Day, hour: number): Instant => instantAt(day, hour * 60, ZONE)
const on = (day: Day, command: Command, hour = 12): Command => ({ ...command, eventAt: at(day, hour) })
const close = (shop: Shop, day: Day, args: object = {}) => on(day, closeDay(shop, { day, ...args }), 20)

/** Shops whose drawers hold ten lira that were found in them thirty days ago. */
let shop: Shop
beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

async function closingOf(shop: Shop, day: Day): Promise<DayClosing> {
  const [row] = await sql`select * from public.day_closings where tenant_id = ${shop.id} and day = ${day}`
  return { ...row, id: row!.id } as unknown as DayClosing
}
const summaryOf = async (shop: Shop, day: Day): Promise<DaySummary> => readSummary(await closingOf(shop, day))

async function balanceOf(shop: Shop, kind: string, through: Day = '9999-12-31'): Promise<number> {
  const [row] = await sql`
    select coalesce(sum(case when t.to_account_id = a.id then t.amount else -t.amount end), 0)::float8 as balance
    from public.accounts a join public.transfers t on t.tenant_id = a.tenant_id and a.id in (t.from_account_id, t.to_account_id)
    where a.tenant_id = ${shop.id} and a.kind = ${kind} and t.day <= ${through}`
  return row!.balance
}
/** What was collected of each chair's work, as the evening reckons it. */
async function collectedThrough(shop: Shop, day: Day): Promise<Map<Id, number>> {
  const rows =
    await sql`select staff_id, collected::float8 from private.earned_through(${shop.id}, ${day}) where collected <> 0`
  return new Map(rows.map(row => [row.staff_id, row.collected]))
}
async function total(shop: Shop): Promise<number> {
  const rows =
    await sql`select from_account_id as "fromAccountId", to_account_id as "toAccountId", amount::float8 as amount
    from public.transfers where tenant_id = ${shop.id}`
  return [...balancesOf(rows as never).values()].reduce((sum, one) => sum + one, 0)
}

describe('closing a day', () => {
  test('[CA33] leaves in the drawer what the owner leaves, and says where every kuruş went', async () => {
    const day = daysAgo(20)
    const before = { shortage: await balanceOf(shop, 'shortage'), owner: await balanceOf(shop, 'owner') }
    await apply(shop, shop.owner, [
      on(day, takeMoney(shop, { amount: 50_000 })),
      on(day, takeMoney(shop, { amount: 30_000, toAccountId: shop.accounts.Kart })),
      on(day, spend(shop)),
      close(shop, day, { counted: 38_500, left: 10_000, reason: 'Para üstü yanlış verildi' }),
    ])
    expect((await summaryOf(shop, day)).cash).toEqual({
      began: 1_000,
      moved: 38_000,
      expected: 39_000,
      counted: 38_500,
      difference: -500,
      taken: 28_500,
      left: 10_000,
    })
    expect(await balanceOf(shop, 'cash', day)).toBe(10_000)
    expect((await balanceOf(shop, 'shortage')) - before.shortage).toBe(500)
    expect((await balanceOf(shop, 'owner')) - before.owner).toBe(28_500)
    expect(await total(shop)).toBe(0)
  })

  test('[CA33] puts what is too much where it can be found', async () => {
    const before = await balanceOf(shop, 'surplus')
    await apply(shop, shop.owner, [close(shop, daysAgo(19), { counted: 10_250, left: 10_250 })])
    expect((await balanceOf(shop, 'surplus')) - before).toBe(-250)
    expect(await balanceOf(shop, 'cash', daysAgo(19))).toBe(10_250)
  })

  test('[CA33] the very first one begins with what the owner says was there, later ones do not ask', async () => {
    const { ayse: first } = await openTwoShops()
    await sql`delete from public.day_closings where tenant_id = ${first.id}`
    await sql`delete from public.transfers where tenant_id = ${first.id}`
    const [day, next] = [daysAgo(5), daysAgo(4)]
    await apply(first, first.owner, [
      on(day, takeMoney(first, { amount: 4_000 })),
      close(first, day, { opening: 20_000, counted: 24_000, left: 5_000 }),
      close(first, next, { opening: 99_000, counted: 5_000, left: 5_000 }),
    ])
    expect((await summaryOf(first, day)).cash).toMatchObject({ began: 20_000, expected: 24_000, difference: 0 })
    expect((await summaryOf(first, next)).cash).toMatchObject({ began: 5_000, difference: 0 })
    expect(await balanceOf(first, 'owner', next)).toBe(19_000 - 20_000)
    expect(await balanceOf(first, 'cash', next)).toBe(5_000)
  })

  test('[CA32] closes the days before it that nobody closed', async () => {
    const [earlier, day] = [daysAgo(17), daysAgo(16)]
    await apply(shop, shop.owner, [
      on(earlier, takeMoney(shop, { amount: 700 })),
      on(day, takeMoney(shop, { amount: 50 })),
      close(shop, day, { counted: 11_000, left: 11_000 }),
    ])
    expect(await summaryOf(shop, day)).toMatchObject({ since: daysAgo(18), cash: { moved: 750, difference: 0 } })
    expect(await reasons(shop, shop.owner, [close(shop, earlier)])).toEqual(['day-closed'])
  })

  test('[CA32] of two phones that close the same day at once one does, and the other is told', async () => {
    const day = daysAgo(15)
    const [one, other] = [close(shop, day), close(shop, day, { counted: 5_000, left: 0 })]
    const told = await Promise.all([reasons(shop, shop.owner, [one]), reasons(shop, shop.owner, [other])])
    expect(told.flat().sort()).toEqual(['day-closed', null].sort())
    expect(await sql`select from public.day_closings where tenant_id = ${shop.id} and day = ${day}`).toHaveLength(1)
  })

  test('is refused when it makes no sense, and then nothing moves', async () => {
    const day = daysAgo(14)
    const before = await sql`select count(*) from public.transfers where tenant_id = ${shop.id}`
    const told = await reasons(shop, shop.owner, [
      close(shop, day, { counted: -1, left: -1 }),
      close(shop, day, { counted: 100_000_000_001, left: 0 }),
      close(shop, day, { counted: 10.5, left: 0 }),
      close(shop, day, { counted: 100, left: 101 }),
      close(shop, day, { counted: 100, left: 0, opening: -5 }),
      close(shop, day, { counted: 100, left: 0, notes: { 50: 1 } }),
      close(shop, day, { counted: 100, left: 0, notes: { 7: 100 } }),
      close(shop, '2026-02-30'),
      closeDay(shop, { day: daysAgo(-2) }),
      close(shop, daysAgo(60)),
    ])
    // What the door refuses is told last.
    expect(told.sort()).toEqual(['day-closed', 'future-dated', ...Array(8).fill('malformed')])
    expect(await sql`select count(*) from public.transfers where tenant_id = ${shop.id}`).toEqual(before)
  })

  test('is the owner’s: staff and the accountant are told so', async () => {
    for (const member of [shop.staff, shop.accountant])
      expect(await reasons(shop, member, [close(shop, daysAgo(14))])).toEqual(['forbidden'])
  })

  test('counts notes that are worth what was counted', async () => {
    const day = daysAgo(14)
    await apply(shop, shop.owner, [close(shop, day, { counted: 35_050, left: 0, notes: { 20000: 1, 5000: 3, 50: 1 } })])
    expect((await closingOf(shop, day)).notes).toEqual({ 20000: 1, 5000: 3, 50: 1 })
  })
})

describe('what comes for a closed day', () => {
  const day = daysAgo(10)
  beforeAll(() => apply(shop, shop.owner, [close(shop, day)]))

  test('[CA31] is money all the same: it goes into the open day, and says when it was taken', async () => {
    const late = on(day, takeMoney(shop, { amount: 12_300 }), 15)
    await apply(shop, shop.staff, [late])
    const [row] = await sql`select day::text, event_at from public.transfers where id = ${madeBy(late)}`
    expect(row).toEqual({ day: daysAgo(9), event_at: new Date(at(day, 15)) })
    await apply(shop, shop.owner, [close(shop, daysAgo(9), { counted: 13_300, left: 13_300 })])
    expect(await summaryOf(shop, daysAgo(9))).toMatchObject({ late: 1, cash: { moved: 12_300, difference: 0 } })
  })

  test('[CA31] a mistake of a closed day is corrected in the open one', async () => {
    const mistake = on(daysAgo(8), takeMoney(shop, { amount: 900 }))
    await apply(shop, shop.owner, [mistake, close(shop, daysAgo(8), { counted: 14_200, left: 14_200 })])
    const correction = on(daysAgo(7), command('cash.reverse@1', { id: newId(), reversesId: madeBy(mistake) }))
    await apply(shop, shop.owner, [correction])
    const [row] = await sql`select day::text from public.transfers where id = ${madeBy(correction)}`
    expect(row!.day).toBe(daysAgo(7))
  })

  test('[CA35] a share cannot be given from a day that is closed', async () => {
    const share = { id: newId(), staffId: shop.chair, fromDay: day, percent: 50, fixed: null }
    expect(await reasons(shop, shop.owner, [command('staff.set-share@1', share)])).toEqual(['day-closed'])
  })

  test('no member chooses the day of a movement himself', async () => {
    const forged = asUser(
      shop.owner,
      tx => tx`insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, day)
        values (${shop.id}, ${newId()}, ${shop.accounts.Hizmet!}, ${shop.accounts.Kasa!}, 1, now(), ${day})`,
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })
})

test('[CA2] [CA32] a closed day is the same to the byte after a thousand operations, whatever they are dated', {
  timeout: 300_000,
}, async () => {
  const day = daysAgo(6)
  const sales = [sellHaircut(shop), sellHaircut(shop)].map(sale => on(day, sale))
  const money = [1, 2, 3].map(n => on(day, takeMoney(shop, { amount: 1_000 * n })))
  await apply(shop, shop.owner, [...sales, ...money, close(shop, day, { counted: 99_000, left: 4_000 })])
  const written = async () => ({
    closing: (
      await sql`select to_jsonb(c)::text as row from public.day_closings c where tenant_id = ${shop.id} and day = ${day}`
    )[0]!.row,
    book: (
      await sql`select md5(string_agg(t::text, '|' order by id)) as book from public.transfers t where tenant_id = ${shop.id} and day <= ${day}`
    )[0]!.book,
  })
  const before = await written()

  const roll = dice(SEED)
  const anyDay = () => daysAgo(roll(30))
  const acts: (() => Command)[] = [
    () => on(anyDay(), takeMoney(shop, { amount: 1 + roll(90_000) })),
    () => on(anyDay(), sellHaircut(shop)),
    () => on(anyDay(), spend(shop)),
    () => on(anyDay(), command('cash.reverse@1', { id: newId(), reversesId: madeBy(money[roll(3)]!) })),
    () => {
      const lineId = lineOf(sales[roll(2)]!).id
      return on(
        anyDay(),
        command('cash.refund@1', { id: newId(), lineId, fromAccountId: shop.accounts.Kasa, amount: 100, kdv: 17 }),
      )
    },
    () => close(shop, anyDay(), { counted: roll(9_000) + 100, left: 100 }),
    () =>
      command('staff.set-share@1', {
        id: newId(),
        staffId: shop.chair,
        fromDay: anyDay(),
        percent: 1 + roll(99),
        fixed: null,
      }),
    () => saveStaff({ id: shop.chair, name: `Kemal ${roll(100)}` }),
  ]
  let applied = 0
  for (let i = 0; i < 1_000; i += 100) {
    const results = await send(
      shop,
      shop.owner,
      Array.from({ length: 100 }, () => acts[roll(acts.length)]!()),
    )
    applied += results.filter(({ status }) => status === 'applied').length
  }
  expect(applied).toBeGreaterThan(500)
  expect(await written()).toEqual(before)
  const { summary, sha256 } = await closingOf(shop, day)
  expect(createHash('sha256').update(summary).digest('hex')).toBe(sha256)
  for (const act of ['update public.day_closings set id = id', 'delete from public.day_closings'])
    await expect(asUser(shop.owner, tx => tx.unsafe(act))).rejects.toMatchObject({ code: '42501' })
  expect(await total(shop)).toBe(0)
})

describe('a chair’s share', () => {
  let hers: Shop
  beforeAll(async () => {
    ;({ ayse: hers } = await openTwoShops())
  })
  const day = daysAgo(12)
  const share = (shop: Shop, fromDay: Day, percent: number | null, fixed: number | null = null, staffId = shop.chair) =>
    command('staff.set-share@1', { id: newId(), staffId, fromDay, percent, fixed })
  const chairOf = async (day: Day) => (await summaryOf(hers, day)).staff.find(({ id }) => id === hers.chair)

  test('[CA34] [CA35] [CA36] comes from what was collected: of a sale on veresiye when the customer pays', async () => {
    const owes = ownAccount('veresiye', hers.customers[0])
    const onVeresiye = on(day, sellHaircut(hers, { customerId: hers.customers[0], opens: [owes] }, owes.id))
    await apply(hers, hers.owner, [share(hers, daysAgo(15), 40), on(day, sellHaircut(hers)), onVeresiye])
    await apply(hers, hers.owner, [close(hers, day, { counted: 41_000, left: 1_000 })])
    expect(await chairOf(day)).toMatchObject({ earned: 16_000, owed: 16_000, paid: 0 })

    const [next, after] = [daysAgo(11), daysAgo(10)]
    const pays = (day: Day, amount: number) =>
      on(day, takeMoney(hers, { fromAccountId: owes.id, toAccountId: hers.accounts.Kasa, amount }))
    const payOut = takeMoney(hers, {
      fromAccountId: hers.accounts.Kasa,
      toAccountId: ownAccount('staff', hers.chair).id,
      amount: 16_000,
    })
    await apply(hers, hers.owner, [pays(next, 10_000), on(next, payOut), close(hers, next)])
    expect(await chairOf(next)).toMatchObject({ earned: 4_000, paid: 16_000, owed: 4_000 })
    await apply(hers, hers.owner, [pays(after, 30_000), close(hers, after)])
    expect(await chairOf(after)).toMatchObject({ earned: 12_000, owed: 16_000 })
  })

  test('[CA35] is taken back with what was given back, keeps to the rate of the day of the sale, and can be so much a piece', async () => {
    const [first, second] = [daysAgo(9), daysAgo(8)]
    const sale = on(first, sellHaircut(hers))
    await apply(hers, hers.owner, [sale, close(hers, first)])
    const back = { id: newId(), lineId: lineOf(sale).id, fromAccountId: hers.accounts.Kasa, amount: 40_000, kdv: 6_667 }
    await apply(hers, hers.owner, [
      share(hers, second, null, 7_500),
      on(second, sellHaircut(hers)),
      on(second, command('cash.refund@1', back)),
      close(hers, second),
    ])
    expect(await chairOf(second)).toMatchObject({ earned: 7_500 - 16_000 })
    expect(await total(hers)).toBe(0)
  })

  test('[CA12] [CA34] is not earned by what another’s work brought back: a refund off the debt pays for nobody', async () => {
    const day = daysAgo(7)
    const customer = addCustomer()
    const owes = ownAccount('veresiye', madeBy(customer))
    const other = saveStaff({ position: 2 })
    await apply(hers, hers.owner, [customer, other, share(hers, day, 50, null, madeBy(other))])
    const onVeresiye = (staffId: Id) =>
      sellHaircut(hers, { customerId: madeBy(customer), opens: [owes] }, owes.id, { staffId })
    const [old, returned] = [on(day, onVeresiye(hers.chair), 9), on(day, onVeresiye(madeBy(other)), 10)]
    const back = { id: newId(), lineId: lineOf(returned).id, fromAccountId: owes.id, amount: 40_000, kdv: 6_667 }
    const before = await collectedThrough(hers, day)
    await apply(hers, hers.owner, [old, returned, on(day, command('cash.refund@1', back))])
    expect(await collectedThrough(hers, day)).toEqual(before)
    // His money, when it comes, is for what he still owes.
    const pays = takeMoney(hers, { fromAccountId: owes.id, toAccountId: hers.accounts.Kasa, amount: 40_000 })
    await apply(hers, hers.owner, [on(day, pays, 11)])
    const collected = (await collectedThrough(hers, day)).get(hers.chair)! - before.get(hers.chair)!
    expect(collected).toBe(40_000)
  })

  test('is refused beyond reason', async () => {
    const told = await reasons(hers, hers.owner, [
      share(hers, daysAgo(0), 101),
      share(hers, daysAgo(0), 0),
      share(hers, daysAgo(0), 50, 1_000),
      share(hers, daysAgo(0), null, 100_000_001),
      share(hers, daysAgo(0), 50, null, newId()),
    ])
    expect(told.sort()).toEqual([...Array(4).fill('malformed'), 'missing'])
  })
})

test(`[CA32] [CA33] [CA35] a phone foresees what the server writes, over ${DAYS} random days of two chairs (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  const { mehmet } = await openTwoShops()
  const other = saveStaff({ name: 'Kemal', position: 2 })
  await apply(mehmet, mehmet.owner, [
    other,
    command('staff.set-share@1', {
      id: newId(),
      staffId: mehmet.chair,
      fromDay: daysAgo(29),
      percent: 37,
      fixed: null,
    }),
    command('staff.set-share@1', {
      id: newId(),
      staffId: madeBy(other),
      fromDay: daysAgo(29),
      percent: null,
      fixed: 3_333,
    }),
  ])
  const roll = dice(SEED)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  const chairs = [mehmet.chair, madeBy(other)]
  const owes = mehmet.customers.map(customer => ownAccount('veresiye', customer))
  const tips = chairs.map(chair => ownAccount('staff', chair))
  const { Kasa, Kart, Banka } = mehmet.accounts as Record<string, Id>
  const made: Command[] = []
  const known = async (): Promise<KnownTill> => {
    const rows = await allOf(mehmet, mehmet.owner)
    return {
      accounts: rows<Account>('accounts'),
      transfers: rows<Transfer>('transfers'),
      lines: rows<SaleLine>('sale_lines'),
      shares: rows<StaffShare>('staff_shares'),
      chairs: rows<KnownTill['chairs'][number]>('staff'),
      before: lastOf(rows<DayClosing>('day_closings')),
      zone: ZONE,
    }
  }

  let earnedSomething = 0
  for (let n = DAYS; n > 0; n--) {
    // Some of it is late: dated into days that are closed.
    const someDay = () => daysAgo(roll(5) === 0 ? n + roll(4) : n)
    const acts: (() => Command)[] = [
      () => {
        const sale = sellHaircut(mehmet, { opens: owes }, pick([Kasa!, Kart!, ...owes.map(({ id }) => id)]))
        ;(sale.args as { lines: { staffId: Id }[] }).lines[0]!.staffId = pick(chairs)
        return sale
      },
      () =>
        takeMoney(mehmet, { fromAccountId: pick(owes).id, toAccountId: Kasa, amount: 1 + roll(60_000), opens: owes }),
      () =>
        takeMoney(mehmet, {
          fromAccountId: pick(tips).id,
          toAccountId: pick([Kasa, Kart]),
          amount: 1 + roll(900),
          opens: tips,
        }),
      () =>
        takeMoney(mehmet, { fromAccountId: Kasa, toAccountId: pick(tips).id, amount: 1 + roll(9_000), opens: tips }),
      () => takeMoney(mehmet, { fromAccountId: Kasa, toAccountId: Banka, amount: 1 + roll(9_000) }),
      () => spend(mehmet),
      () => {
        const taken = made.filter(({ name }) => name === 'cash.transfer@1')
        return taken.length === 0
          ? spend(mehmet)
          : command('cash.reverse@1', { id: newId(), reversesId: madeBy(pick(taken)) })
      },
      () => {
        const sold = made.filter(({ name }) => name === 'cash.sell@1')
        if (sold.length === 0) return spend(mehmet)
        const lineId = lineOf(pick(sold)).id
        return command('cash.refund@1', {
          id: newId(),
          lineId,
          fromAccountId: pick([Kasa!, pick(owes).id]),
          amount: 1 + roll(20_000),
          kdv: 0,
        })
      },
    ]
    const batch = Array.from({ length: 4 + roll(12) }, () => on(someDay(), pick(acts)(), 9 + roll(10)))
    await send(mehmet, mehmet.owner, batch)
    made.push(...batch)
    if (roll(4) === 0 && n > 1) continue // a day that nobody closes

    const day = daysAgo(n)
    const counted = roll(200_000)
    const closing = close(mehmet, day, { counted, left: roll(counted + 1), opens: tips })
    const { left, opening } = closing.args as { left: number; opening: number }
    const foreseen = foreseeClosing(await known(), { day, eventAt: closing.eventAt, counted, left, opening })
    await apply(mehmet, mehmet.owner, [closing])
    const written = await summaryOf(mehmet, day)
    expect(written).toEqual(foreseen)
    expect(await balanceOf(mehmet, 'cash', day)).toBe(left)
    for (const { id, owed } of written.staff) {
      const [own] = await sql`
        select coalesce(sum(case when t.from_account_id = a.id then t.amount else -t.amount end), 0)::float8 as owed
        from public.accounts a join public.transfers t on t.tenant_id = a.tenant_id and a.id in (t.from_account_id, t.to_account_id)
        where a.tenant_id = ${mehmet.id} and a.staff_id = ${id} and t.day <= ${day}`
      expect(own!.owed).toBe(owed)
    }
    earnedSomething += written.staff.filter(({ earned }) => earned > 0).length
  }
  expect(earnedSomething).toBeGreaterThan(0)
  expect(await total(mehmet)).toBe(0)
})
