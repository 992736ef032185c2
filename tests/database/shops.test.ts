import type postgres from 'postgres'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import { addCustomer, joinShop, newKeys, openTwoShops, type Shop, saveStaff, send } from '@/tests/fixtures/two-shops'
import { addUser, asUser, connect, rpcAs } from '@/tests/support/database'
import { connectionsOf, processOf, somebodyWaitsFor } from './connections'
import { everythingOf } from './rows'

const sql = connect()
let mehmet: Shop
let ayse: Shop

beforeEach(async () => {
  ;({ mehmet, ayse } = await openTwoShops())
})

const newUser = () => addUser(`${newId()}@ornek.test`)
const opening = async (id = newId(), p_starters: object[] = [saveStaff()]) => ({
  p_shop: { id, name: 'Kuaför Ayşe', trade: 'kuafor', phone: null, ownerName: 'Ayşe' },
  p_keys: await newKeys(id),
  p_starters,
})

test('a shop that goes takes everything with it, and nothing of the other shop', async () => {
  const before = await everythingOf(ayse)
  const full = await everythingOf(mehmet)
  expect(Object.entries(full).filter(([, rows]) => rows.length === 0)).toEqual([])

  await sql`delete from public.tenants where id = ${mehmet.id}`
  const { user_consents, ...left } = await everythingOf(mehmet)
  expect(Object.values(left).flat()).toEqual([])
  expect(user_consents).toEqual(full.user_consents) // of the person, who may have another shop
  expect(await everythingOf(ayse)).toEqual(before)
})

test('a shop opens whole or not at all', async () => {
  const owner = await newUser()
  const id = newId()
  const broken = await opening(id, [saveStaff(), saveStaff({ name: '' })])
  await expect(rpcAs(owner)('open_shop', broken)).rejects.toMatchObject({ code: '23514' })
  expect(Object.values(await everythingOf({ id, owner })).flat()).toEqual([])
  expect(await rpcAs(owner)('open_shop', await opening(id))).toEqual({ tenantId: id })
})

test('of twenty shops that one person opens at once, five open', async () => {
  const owner = await newUser()
  const phones = connectionsOf(owner, 20)
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { p_shop, p_keys, p_starters } = await opening()
      const [row] = await phones`
        select public.open_shop(${phones.json(p_shop)}, ${phones.json(p_keys as never)}, ${phones.json(p_starters as never)}) as answer`
      return Object.keys(row!.answer)[0]
    }),
  ).finally(() => phones.end())
  expect(answers.sort()).toEqual([...Array(15).fill('refused'), ...Array(5).fill('tenantId')])
})

test('of two owners who remove each other at once, one stays', async () => {
  const other = await newUser()
  await joinShop(mehmet, other, 'staff')
  await sql`update public.memberships set role = 'owner' where tenant_id = ${mehmet.id} and user_id = ${other}`
  const remove = (tx: postgres.TransactionSql, userId: Id) =>
    tx`update public.memberships set removed_at = now() where tenant_id = ${mehmet.id} and user_id = ${userId}`

  let second: Promise<unknown> = Promise.resolve()
  await asUser(mehmet.owner, async tx => {
    await remove(tx, other)
    second = expect(asUser(other, later => remove(later, mehmet.owner))).rejects.toMatchObject({
      message: 'last-owner',
    })
    await somebodyWaitsFor(await processOf(tx))
  })
  await second
  const owners = await sql`
    select user_id from public.memberships where tenant_id = ${mehmet.id} and role = 'owner' and removed_at is null`
  expect(owners.map(row => row.user_id)).toEqual([mehmet.owner])
})

test('who works in both shops does in each what he may there, and carries nothing over', async () => {
  await joinShop(ayse, mehmet.accountant, 'staff')
  const results = [
    await send(mehmet, mehmet.accountant, [addCustomer()]),
    await send(ayse, mehmet.accountant, [addCustomer()]),
  ]
  expect(results.map(([result]) => result!.status)).toEqual(['rejected', 'applied'])
  const seen = await asUser(mehmet.accountant, tx => tx`select distinct tenant_id from public.customers`)
  expect(seen.map(row => row.tenant_id)).toEqual([ayse.id])
})

describe('the zone of a shop', () => {
  const settle = (zone: string) =>
    asUser(mehmet.owner, tx => tx`update public.tenants set zone = ${zone} where id = ${mehmet.id}`)

  test('is one that phones know', async () => {
    for (const zone of [
      'Asia/Famagusta',
      'America/Argentina/Buenos_Aires',
      'America/Port-au-Prince',
      'Europe/Istanbul',
    ]) {
      await settle(zone)
      expect(new Intl.DateTimeFormat('tr', { timeZone: zone }).resolvedOptions().timeZone).toBeTruthy()
    }
  })

  test('cannot be one that would stop every phone of the shop', async () => {
    const strange = [
      'Mars/Olympus',
      'Europe/Olympus',
      'Europe/Olympus3',
      'posix/Europe/Istanbul',
      '+03',
      'EET',
      '',
      'x'.repeat(9999),
    ]
    const told = await Promise.all(
      strange.map(zone =>
        settle(zone).then(
          () => zone,
          error => error.code,
        ),
      ),
    )
    expect(told).toEqual(strange.map(zone => (zone === 'Europe/Olympus' ? '22023' : '23514')))
  })
})
