import { beforeAll, describe, expect, test } from 'vitest'
import { balancesOf } from '@/lib/cash/balances'
import { kdvIn, kdvRates } from '@/lib/cash/kdv'
import { ownAccount } from '@/lib/cash/own-account'
import { type Due, grossOf, legsOf } from '@/lib/cash/sale'
import { type Id, newId } from '@/lib/kernel/id'
import type { Command } from '@/lib/sync/protocol'
import { dice } from '@/supabase/local/demo-people'
import {
  addCustomer,
  apply,
  command,
  lineOf,
  madeBy,
  openTwoShops,
  reasons,
  type Shop,
  sellHaircut,
  send,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'

// What lib/cash/SPEC.md promises of the ledger, asked of the real Postgres. By hand: LEDGER=10000 SEED=42 npx vitest run --project database ledger

const OPERATIONS = Number(process.env.LEDGER ?? 600)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

const sql = connect()
let shop: Shop
beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

/** Every account that money has touched, with its balance. */
async function balances(of: Shop = shop): Promise<Record<Id, number>> {
  const rows = await sql`
    select account, sum(amount)::float8 as balance
    from (select to_account_id as account, amount from public.transfers where tenant_id = ${of.id}
          union all select from_account_id, -amount from public.transfers where tenant_id = ${of.id}) _
    group by account order by account`
  return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]))
}
const balanceOf = async (account: Id) => (await balances())[account] ?? 0
const transfer = (fromAccountId: Id, toAccountId: Id, amount: number, more: object = {}) =>
  takeMoney(shop, { fromAccountId, toAccountId, amount, ...more })

describe('a sale', () => {
  test('[CA5] [CA6] is refused when its money is not its lines, to the kuruş and to the kuruş of KDV', async () => {
    const sound = () => sellHaircut(shop)
    const bent = (change: (leg: Record<string, unknown>, args: Record<string, unknown>) => void): Command => {
      const sale = structuredClone(sound())
      const args = sale.args as { transfers: Record<string, unknown>[] }
      change(args.transfers[0]!, args)
      return sale
    }
    const { Hizmet, Ürün, Kasa, Malzeme } = shop.accounts as Record<string, Id>
    const refused = await reasons(shop, shop.owner, [
      bent(leg => Object.assign(leg, { amount: 39_999 })),
      bent(leg => Object.assign(leg, { amount: 40_001 })),
      bent(leg => Object.assign(leg, { kdv: 6_666 })),
      bent(leg => Object.assign(leg, { fromAccountId: Ürün })),
      bent(leg => Object.assign(leg, { toAccountId: Malzeme })),
      bent(leg => Object.assign(leg, { lineId: null })),
      bent((_, args) => Object.assign(args, { transfers: [] })),
      bent((leg, args) =>
        Object.assign(args, {
          transfers: [leg, { ...leg, id: newId(), fromAccountId: Hizmet, toAccountId: Kasa, lineId: null, kdv: 0 }],
        }),
      ),
      sound(),
    ])
    expect(refused).toEqual([...Array(8).fill('malformed'), null])
  })

  test('[CA2] is not changed and not deleted, by whoever asks', async () => {
    await apply(shop, shop.owner, [sellHaircut(shop)])
    for (const act of [
      'update public.sales set id = id',
      'delete from public.sales',
      'update public.sale_lines set id = id',
      'delete from public.sale_lines',
    ]) {
      for (const member of [shop.owner, shop.staff, shop.accountant]) {
        await expect(asUser(member, tx => tx.unsafe(act))).rejects.toMatchObject({ code: '42501' })
      }
    }
  })

  test('[CA8] [CA13] on veresiye is a debt, opened once though two phones open it, and paying it is no income', async () => {
    const owes = ownAccount('veresiye', shop.customers[0])
    const onVeresiye = () => sellHaircut(shop, { customerId: shop.customers[0], opens: [owes] }, owes.id)
    const income = await balanceOf(shop.accounts.Hizmet!)
    await apply(shop, shop.owner, [onVeresiye()])
    await apply(shop, shop.staff, [onVeresiye()])
    expect(await balanceOf(owes.id)).toBe(80_000)
    await apply(shop, shop.owner, [transfer(owes.id, shop.accounts.Kasa!, 30_000)])
    expect(await balanceOf(owes.id)).toBe(50_000)
    expect((await balanceOf(shop.accounts.Hizmet!)) - income).toBe(-80_000)
  })

  test('[CA10] with a tip leaves the tip to the chair', async () => {
    const tips = ownAccount('staff', shop.chair)
    const sale = sellHaircut(shop)
    const args = sale.args as { transfers: object[] }
    const tip = {
      id: newId(),
      lineId: null,
      fromAccountId: tips.id,
      toAccountId: shop.accounts.Kasa,
      amount: 5_000,
      kdv: 0,
    }
    await apply(shop, shop.owner, [{ ...sale, args: { ...args, opens: [tips], transfers: [...args.transfers, tip] } }])
    expect(await balanceOf(tips.id)).toBe(-5_000)
    await apply(shop, shop.owner, [transfer(shop.accounts.Kasa!, tips.id, 5_000)])
    expect(await balanceOf(tips.id)).toBe(0)
  })

  test('[CA11] gives back what it brought in and not a kuruş more, in however many goes', async () => {
    const sale = sellHaircut(shop)
    const back = (amount: number) =>
      command('cash.refund@1', {
        id: newId(),
        lineId: lineOf(sale).id,
        fromAccountId: shop.accounts.Kasa,
        amount,
        kdv: 0,
      })
    await apply(shop, shop.owner, [sale])
    expect(await reasons(shop, shop.owner, [back(15_000), back(25_001), back(25_000), back(1)])).toEqual([
      null,
      'too-much',
      null,
      'too-much',
    ])

    const another = sellHaircut(shop)
    const [leg] = (another.args as { transfers: { id: Id }[] }).transfers
    await apply(shop, shop.owner, [another, command('cash.reverse@1', { id: newId(), reversesId: leg!.id })])
    const rest = command('cash.refund@1', {
      id: newId(),
      lineId: lineOf(another).id,
      fromAccountId: shop.accounts.Kasa,
      amount: 1,
      kdv: 0,
    })
    expect(await reasons(shop, shop.owner, [rest])).toEqual(['too-much'])
  })
})

test('[CA14] what a merged customer owed is owed by the one he turned out to be, on any phone', async () => {
  const [kept, merged] = [addCustomer(), addCustomer()]
  await apply(shop, shop.owner, [kept, merged])
  const owes = (customer: Id) => ownAccount('veresiye', customer)
  const sale = (customer: Id) => sellHaircut(shop, { customerId: customer, opens: [owes(customer)] }, owes(customer).id)
  await apply(shop, shop.owner, [sale(madeBy(kept)), sale(madeBy(merged))])
  const united = { name: 'Gökhan Şimşek', phones: [], email: null, note: null }
  // A phone that has not heard of it sells to the one who is gone.
  await apply(shop, shop.owner, [
    command('customers.merge@1', { id: madeBy(kept), mergedId: madeBy(merged), ...united }),
    sale(madeBy(merged)),
  ])
  const [row] = await sql`
    select sum(case when t.to_account_id = a.id then t.amount else -t.amount end)::int as owed
    from public.accounts a join public.transfers t on a.id in (t.from_account_id, t.to_account_id)
    where a.tenant_id = ${shop.id} and a.customer_id = ${madeBy(kept)}`
  expect(row!.owed).toBe(120_000)
})

test(`[CA1] [CA3] [CA7] ${OPERATIONS} random operations of three phones reconcile, replayed and in any order (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  const { mehmet, ayse } = await openTwoShops()
  const roll = dice(SEED)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  const touchedBefore = { mehmet: await balances(mehmet), ayse: await balances(ayse) }

  // The same month for two shops. One hears everything in order; the other by three phones, each in its own order, whose batches come
  // between one another's and sometimes twice.
  const seed = roll(2 ** 30)
  const [inOrder, anyhow] = [monthOf(mehmet, seed), monthOf(ayse, seed)]
  for (let i = 0; i < OPERATIONS; i += 100) await send(mehmet, mehmet.owner, inOrder.commands.slice(i, i + 100))
  const phones = [0, 1, 2].map(phone => anyhow.commands.filter((_, i) => i % 3 === phone))
  const heard: Command[][] = []
  while (phones.some(waiting => waiting.length > 0)) {
    const batch = pick(phones.filter(waiting => waiting.length > 0)).splice(0, 1 + roll(60))
    heard.push(batch)
    await send(ayse, ayse.owner, batch)
    if (roll(3) === 0) await send(ayse, ayse.owner, pick(heard)) // its answer was lost
  }

  // What the database holds is what the transfers say, reckoned here.
  for (const [shop, month, before] of [
    [mehmet, inOrder, touchedBefore.mehmet],
    [ayse, anyhow, touchedBefore.ayse],
  ] as const) {
    const expected = balancesOf(month.transfers)
    const after = await balances(shop)
    for (const [account, amount] of expected) expect((after[account] ?? 0) - (before[account] ?? 0)).toBe(amount)
    expect(Object.values(after).reduce((sum, balance) => sum + balance, 0)).toBe(0)
  }
  const { sales, tips, collected, onVeresiye, kaporaUsed } = inOrder.totals
  expect(sales + tips).toBe(collected + onVeresiye + kaporaUsed)
  expect(Math.min(sales, tips, collected, onVeresiye, kaporaUsed)).toBeGreaterThan(0)
})

/** A made-up month: for the same seed the same, whichever shop's it is. */
function monthOf(of: Shop, seed: number) {
  const roll = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  const { Hizmet, Ürün, Kasa, Kart, Banka } = of.accounts as Record<string, Id>
  const places = [Kasa!, Kart!, Banka!]
  const owes = of.customers.map(customer => ownAccount('veresiye', customer))
  const ahead = of.customers.map(customer => ownAccount('kapora', customer))
  const chair = ownAccount('staff', of.chair)
  const totals = { sales: 0, tips: 0, collected: 0, onVeresiye: 0, kaporaUsed: 0 }

  function sale(): Command {
    const who = roll(of.customers.length)
    const lines = Array.from({ length: 1 + roll(3) }, () => {
      const unitPrice = 1 + roll(90_000)
      const discount = roll(4) === 0 ? roll(unitPrice) : 0
      const rest = { serviceId: null, staffId: of.chair, name: 'Bakım', quantity: 1 + roll(3), kdvRate: pick(kdvRates) }
      return { id: newId(), accountId: pick([Hizmet!, Ürün!]), unitPrice, discount, ...rest }
    })
    const dues: Due[] = lines.map(line => ({
      lineId: line.id,
      accountId: line.accountId,
      amount: grossOf(line),
      kdvRate: line.kdvRate,
    }))
    if (roll(4) === 0) dues.push({ lineId: null, accountId: chair.id, amount: 1 + roll(5_000), kdvRate: null })
    const total = dues.reduce((sum, due) => sum + due.amount, 0)
    const first = roll(total + 1)
    const payments = [first, total - first].map(amount => ({
      accountId: pick([...places, owes[who]!.id, ahead[who]!.id]),
      amount,
    }))

    for (const { lineId, amount } of dues) totals[lineId ? 'sales' : 'tips'] += amount
    for (const { accountId, amount } of payments) {
      totals[accountId === owes[who]!.id ? 'onVeresiye' : accountId === ahead[who]!.id ? 'kaporaUsed' : 'collected'] +=
        amount
    }
    const transfers = legsOf(dues, payments).map(leg => ({ id: newId(), ...leg }))
    const about = { id: newId(), customerId: of.customers[who], appointmentId: null, note: null }
    return command('cash.sell@1', { ...about, opens: [owes[who], ahead[who], chair], lines, transfers })
  }
  const move = (fromAccountId: Id, toAccountId: Id, opens: object[] = []) =>
    takeMoney(of, { fromAccountId, toAccountId, amount: 1 + roll(50_000), opens })

  const commands = Array.from({ length: OPERATIONS }, () => {
    const who = roll(of.customers.length)
    const kind = roll(10)
    if (kind < 5) return sale()
    if (kind < 7) return move(owes[who]!.id, pick(places), [owes[who]!])
    if (kind < 8) return move(ahead[who]!.id, pick(places), [ahead[who]!])
    if (kind < 9) return move(pick(places), ahead[who]!.id, [ahead[who]!])
    return move(Kasa!, Banka!)
  })
  type Moved = Parameters<typeof balancesOf>[0][number]
  const transfers = commands.flatMap(({ args }) => (args as { transfers?: Moved[] }).transfers ?? [args as Moved])
  return { commands, transfers, totals }
}

test('the database reckons KDV as the phone does', async () => {
  for (const rate of kdvRates) {
    for (const amount of [1, 2, 3, 7, 40_000, 99_999_999_999]) {
      const [row] = await sql`select private.kdv_in(${amount}, ${rate}) as kdv`
      expect(Number(row!.kdv)).toBe(kdvIn(amount, rate))
    }
  }
})
