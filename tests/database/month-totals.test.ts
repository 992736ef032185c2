import { beforeAll, describe, expect, test } from 'vitest'
import { addMonths, type Month, monthOf } from '@/lib/cash/month'
import { type MonthTotals, monthTotals } from '@/lib/cash/month-totals'
import { ownAccount } from '@/lib/cash/own-account'
import type { SaleLine } from '@/lib/cash/sale'
import type { Account, Transfer } from '@/lib/cash/transfer'
import type { TableName } from '@/lib/db/record-sets'
import { type Id, newId } from '@/lib/kernel/id'
import { instantAt } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'
import { dice } from '@/supabase/local/demo-people'
import {
  allOf,
  answerTo,
  apply,
  closeDay,
  command,
  daysAgo,
  lineOf,
  openTwoShops,
  type Shop,
  sellHaircut,
  send,
  spend,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { rpcAs } from '@/tests/support/database'

// A month's sums as the server tells them, and as the phone reckons them. By hand: MONTH=5000 SEED=42 npx vitest run --project database month-totals

const ZONE = 'Europe/Istanbul'
const OPERATIONS = Number(process.env.MONTH ?? 300)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

let shop: Shop
beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

const monthAs = (userId: Id, month: Month) =>
  rpcAs(userId)<MonthTotals | { refused: string }>('month_totals', { p_tenant: shop.id, p_month: month })

/** Sums have no order of their own. */
const inOrder = (totals: MonthTotals) =>
  Object.fromEntries(
    Object.entries(totals).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(row => JSON.stringify(Object.entries(row).sort())).sort() : value,
    ]),
  )

test(`[CA41] ${OPERATIONS} random movements come to the same month on the phone and on the server (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  const roll = dice(SEED)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  const { Kasa, Kart, Hizmet } = shop.accounts as Record<string, Id>
  const owes = ownAccount('veresiye', shop.customers[0])
  const ahead = ownAccount('kapora', shop.customers[1])
  const made: Command[] = []
  const acts: (() => Command)[] = [
    () => sellHaircut(shop, { opens: [owes, ahead] }, pick([Kasa!, Kart!, owes.id, ahead.id])),
    () => {
      const sale = sellHaircut(shop)
      const [line] = (sale.args as { lines: { serviceId: Id | null; name: string | null }[] }).lines
      Object.assign(
        line!,
        pick([
          { serviceId: null, name: 'Şampuan' },
          { serviceId: null, staffId: null },
        ]),
      )
      return sale
    },
    () => takeMoney(shop, { amount: 1 + roll(9_000), appointmentId: pick([null, shop.appointment]) }),
    () => takeMoney(shop, { fromAccountId: owes.id, toAccountId: Kasa, amount: 1 + roll(9_000), opens: [owes] }),
    () => takeMoney(shop, { fromAccountId: ahead.id, toAccountId: Hizmet, amount: 1 + roll(900), opens: [ahead] }),
    () => spend(shop),
    () => {
      const taken = made.filter(({ name }) => name !== 'cash.reverse@1')
      if (taken.length === 0) return spend(shop)
      const { args } = pick(taken)
      const [leg] = (args as { transfers?: { id: Id }[] }).transfers ?? [args as { id: Id }]
      return command('cash.reverse@1', { id: newId(), reversesId: leg!.id })
    },
    () => {
      const sold = made.filter(({ name }) => name === 'cash.sell@1')
      if (sold.length === 0) return spend(shop)
      return command('cash.refund@1', {
        id: newId(),
        lineId: lineOf(pick(sold)).id,
        fromAccountId: Kasa,
        amount: 1 + roll(40_000),
        kdv: 0,
      })
    },
  ]
  for (let i = 0; i < OPERATIONS; i += 50) {
    const batch = Array.from({ length: 50 }, () => ({
      ...pick(acts)(),
      eventAt: instantAt(daysAgo(1 + roll(28)), 60 * (8 + roll(12)), ZONE),
    }))
    made.push(...batch)
    await send(shop, shop.owner, batch)
  }
  await apply(shop, shop.owner, [closeDay(shop, { day: daysAgo(20), counted: 5_000, left: 0 })])

  const all = await allOf(shop, shop.owner)
  const rows = <R extends { id: Id }>(table: TableName) => new Map(all<R>(table).map(row => [row.id, row]))
  const known = {
    accounts: rows<Account>('accounts'),
    lines: rows<SaleLine>('sale_lines'),
    visits: rows<{ id: Id; serviceId: Id; staffId: Id }>('appointments'),
  }
  const dated = [...rows<Transfer>('transfers').values()].map(transfer => ({ transfer, day: transfer.day! }))
  const thisMonth = monthOf(daysAgo(0))
  let seen = 0
  for (const month of [thisMonth, addMonths(thisMonth, -1)]) {
    const told = (await monthAs(shop.owner, month)) as MonthTotals
    const reckoned = monthTotals(
      month,
      dated.filter(one => monthOf(one.day) === month),
      known,
    )
    expect(inOrder(told)).toEqual(inOrder(reckoned))

    const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0)
    expect(told.days.reduce((total, day) => total + day.income, 0)).toBe(told.income)
    expect(Object.values(told.payments).reduce((total, amount) => total + amount, 0)).toBe(told.income)
    expect(sum(told.services)).toBe(sum(told.staff))
    expect(sum(told.categories)).toBe(told.income + told.expense)
    seen += told.days.length
  }
  expect(seen).toBeGreaterThan(10)
})

describe('a month', () => {
  const month = monthOf(daysAgo(0))

  test('is told to who sees the till, and to nobody else', async () => {
    expect(await monthAs(shop.accountant, month)).toMatchObject({ month })
    for (const who of [shop.staff, shop.removed]) expect(await monthAs(who, month)).toEqual({ refused: 'not-a-member' })
  })

  test.each(['2026-13', '0000-01', '9999-01', '2026-1', "'; --", ''])('that is none is refused: %s', async none => {
    expect(await monthAs(shop.owner, none)).toEqual({ refused: 'malformed' })
  })

  test('in which nothing moved is empty, and no fault', async () => {
    expect(await monthAs(shop.owner, '2019-02')).toEqual({
      month: '2019-02',
      income: 0,
      expense: 0,
      kdvSold: 0,
      kdvPaid: 0,
      collected: 0,
      days: [],
      payments: {},
      categories: [],
      services: [],
      staff: [],
    })
  })
})

test('[CA40] an expense keeps its document, and its KDV is the KDV of its rate', async () => {
  const { changes } = await answerTo(shop, shop.owner)
  const row = changes.find(({ id }) => id === shop.expense)!.row
  expect(row).toMatchObject({ documentKind: 'fis', documentNumber: '0042', kdv: 2_000, kdvRate: 20 })
  const { Kasa, Hizmet } = shop.accounts
  const told = await send(shop, shop.owner, [
    spend(shop, { kdv: 1_999 }),
    spend(shop, { amount: 0, kdv: 0 }),
    spend(shop, { amount: 100_000_000_001, kdv: 16_666_666_667 }),
    spend(shop, { documentKind: 'kâğıt' }),
    spend(shop, { documentNumber: 'x'.repeat(41) }),
    spend(shop, { documentDay: '2026-02-30' }),
    spend(shop, { toAccountId: Hizmet }),
    spend(shop, { fromAccountId: Hizmet, toAccountId: Kasa }),
  ])
  expect(told.map(result => result.status === 'rejected' && result.reason)).toEqual(Array(8).fill('malformed'))
})
