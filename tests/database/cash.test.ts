import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import {
  apply,
  command,
  fromNow,
  madeBy,
  openTwoShops,
  reasons,
  type Shop,
  send,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'
import { connectionsOf } from './connections'

const sql = connect()
let shop: Shop

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

const reverse = (reversesId: Id) => command('cash.reverse@1', { id: newId(), reversesId })
const balances = async () => {
  const rows = await sql`
    select a.name, coalesce(sum(case when t.to_account_id = a.id then t.amount else -t.amount end), 0)::float8 as balance
    from public.accounts a left join public.transfers t on t.tenant_id = a.tenant_id and a.id in (t.from_account_id, t.to_account_id)
    where a.tenant_id = ${shop.id} group by a.name`
  return Object.fromEntries(rows.map(({ name, balance }) => [name, balance as number]))
}
const total = (all: Record<string, number>) => Object.values(all).reduce((sum, balance) => sum + balance, 0)

describe('money', () => {
  test('moves by the kuruş from one account to the other, and none appears or vanishes', async () => {
    const before = await balances()
    const { Kasa, Malzeme } = shop.accounts
    await apply(shop, shop.owner, [
      takeMoney(shop, { amount: 12_345 }),
      takeMoney(shop, { amount: 45, fromAccountId: Kasa, toAccountId: Malzeme }),
    ])
    const after = await balances()
    expect(after.Kasa! - before.Kasa!).toBe(12_300)
    expect(after.Malzeme! - before.Malzeme!).toBe(45)
    expect(total(after)).toBe(0)
  })

  test('up to a billion lira can be written down, and not a kuruş more', async () => {
    const [largest, larger] = [
      takeMoney(shop, { amount: 100_000_000_000 }),
      takeMoney(shop, { amount: 100_000_000_001 }),
    ]
    expect(await reasons(shop, shop.owner, [largest, larger])).toEqual([null, 'malformed'])
    const [row] = await sql`select amount::text from public.transfers where id = ${madeBy(largest)}`
    expect(row!.amount).toBe('100000000000')
  })

  test('says when it moved by the phone, when we heard by the server, and who took it', async () => {
    const lastWeek = fromNow(-7 * 24 * 60)
    const late = takeMoney(shop, {}, lastWeek)
    await apply(shop, shop.staff, [late])
    const [row] = await sql`
      select event_at, created_at > now() - interval '1 minute' as heard_now, created_by from public.transfers where id = ${madeBy(late)}`
    expect(row).toEqual({ event_at: new Date(lastWeek), heard_now: true, created_by: shop.staff })
  })
})

describe('taking a transfer back', () => {
  test('leaves both rows and restores every balance', async () => {
    const before = await balances()
    const taken = takeMoney(shop, { amount: 777 })
    const back = reverse(madeBy(taken))
    await apply(shop, shop.owner, [taken, back])
    expect(await balances()).toEqual(before)
    const rows =
      await sql`select id, reverses_id from public.transfers where id in (${madeBy(taken)}, ${madeBy(back)}) order by rev`
    expect(rows.map(row => row.reverses_id)).toEqual([null, madeBy(taken)])
  })

  test('happens once, though 20 phones do it at the same time', async () => {
    const taken = takeMoney(shop, { amount: 555 })
    const before = await balances()
    await apply(shop, shop.owner, [taken])
    const phones = connectionsOf(shop.owner, 20)
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const batch = phones.json([reverse(madeBy(taken))] as never)
        const [row] = await phones`select public.apply_commands(${shop.id}, ${newId()}, ${batch}) as answer`
        return row!.answer.results[0].reason ?? 'applied'
      }),
    ).finally(() => phones.end())
    expect(answers.sort()).toEqual(['applied', ...Array(19).fill('exists')])
    expect(await balances()).toEqual(before)
  })

  test('is not taken back itself', async () => {
    const taken = takeMoney(shop)
    const back = reverse(madeBy(taken))
    expect(await reasons(shop, shop.owner, [taken, back, reverse(madeBy(back))])).toEqual([null, null, 'missing'])
  })

  test('is for staff only what they took themselves, until the till is open to them', async () => {
    const [owners, his] = [takeMoney(shop), takeMoney(shop)]
    await apply(shop, shop.owner, [owners])
    await apply(shop, shop.staff, [his])
    expect(await reasons(shop, shop.staff, [reverse(madeBy(owners)), reverse(madeBy(his))])).toEqual(['missing', null])

    await asUser(
      shop.owner,
      tx => tx`update public.memberships set sees_till = true where tenant_id = ${shop.id} and user_id = ${shop.staff}`,
    )
    expect(await reasons(shop, shop.staff, [reverse(madeBy(owners))])).toEqual([null])
  })

  test('is not for the accountant, who only reads', async () => {
    expect(await reasons(shop, shop.accountant, [reverse(shop.transfer), takeMoney(shop)])).toEqual([
      'forbidden',
      'forbidden',
    ])
  })
})

describe('what is in the book stays in the book', () => {
  const acts = {
    changes: (table: string) => `update public.${table} set id = id`,
    deletes: (table: string) => `delete from public.${table}`,
    empties: (table: string) => `truncate public.${table}`,
  }

  test.each(Object.keys(acts) as (keyof typeof acts)[])(
    'nobody %s a transfer or an account, the owner neither',
    async act => {
      for (const table of ['transfers', 'accounts']) {
        for (const member of [shop.owner, shop.staff, shop.accountant]) {
          await expect(asUser(member, tx => tx.unsafe(acts[act](table)))).rejects.toMatchObject({ code: '42501' })
        }
      }
    },
  )

  test('a sent transfer sent again with another amount changes nothing', async () => {
    const taken = takeMoney(shop, { amount: 100 })
    await apply(shop, shop.owner, [taken])
    const before = await balances()
    const changed = { ...taken, args: { ...(taken.args as object), amount: 999 } }
    expect((await send(shop, shop.owner, [changed]))[0]!.status).toBe('duplicate')
    expect(await reasons(shop, shop.owner, [{ ...changed, id: newId() }])).toEqual(['exists'])
    expect(await balances()).toEqual(before)
  })
})
