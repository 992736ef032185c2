import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import type { Command } from '@/lib/sync/protocol'
import {
  addCustomer,
  answerTo,
  apply,
  askAs,
  book,
  command,
  fromNow,
  joinShop,
  madeBy,
  newKeys,
  openTwoShops,
  type Shop,
  showTheDoor,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { addUser, connect, rpcAs } from '@/tests/support/database'
import { caughtUp, type Mirror, pull, pullAll, take } from './mirror'

// What a phone is told of its shop, on the real functions with real connections. Rules: lib/sync/SPEC.md.

const sql = connect()
let shop: Shop

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

describe('[SY1] no change is ever missed', () => {
  test('changes come in the order of rev, each page continuing the one before', async () => {
    const revs: number[] = []
    for (let page = await pull(shop, shop.owner, null, 5); ; page = await pull(shop, shop.owner, page.cursor, 5)) {
      revs.push(...page.changes.map(change => change.rev))
      if (!page.more) break
      expect(page.changes).toHaveLength(5)
    }
    expect(revs.length).toBeGreaterThan(20)
    expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b))
  })

  test('a tombstone comes as a row that is gone', async () => {
    const [kept, merged] = [addCustomer(), addCustomer()]
    await apply(shop, shop.owner, [kept, merged])
    const cursor = await caughtUp(shop, shop.owner)
    const args = { ...(kept.args as object), mergedId: madeBy(merged) }
    await apply(shop, shop.owner, [command('customers.merge@1', args)])
    const { changes } = await pull(shop, shop.owner, cursor, 50)
    expect(changes.map(({ id, row }) => [id, row === null])).toEqual([
      [madeBy(kept), false],
      [madeBy(merged), true],
    ])
  })
})

describe('[SY2] a first download', () => {
  const daysAgo = (days: number) => fromNow(-days * 24 * 60)
  const seenBy = async (mirror: Mirror, ...made: Command[]) =>
    made.map(it => [...mirror.values()].some(({ id }) => id === madeBy(it)))

  test('holds only what is recent, and then whatever changes, however old', async () => {
    const [lastYear, yesterday] = [book(shop, { startsAt: daysAgo(365) }), book(shop, { startsAt: daysAgo(1) })]
    const [oldMoney, newMoney] = [takeMoney(shop, {}, daysAgo(63)), takeMoney(shop, {}, daysAgo(61))]
    await apply(shop, shop.owner, [lastYear, yesterday, oldMoney, newMoney])

    const mirror: Mirror = new Map()
    const cursor = await pullAll(shop, shop.owner, null, mirror)
    expect(await seenBy(mirror, lastYear, yesterday, oldMoney, newMoney)).toEqual([false, true, false, true])

    const lateEntry = takeMoney(shop, {}, daysAgo(90))
    const done = command('appointments.set-status@1', { id: madeBy(lastYear), status: 'done' })
    await apply(shop, shop.staff, [done, lateEntry])
    await pullAll(shop, shop.owner, cursor, mirror)
    expect(await seenBy(mirror, lastYear, lateEntry, oldMoney)).toEqual([true, true, false])
  })

  test('brings what changed while it was going on, however old', async () => {
    const lastYear = book(shop, { startsAt: daysAgo(366) })
    await apply(shop, shop.owner, [lastYear])
    const mirror: Mirror = new Map()
    const first = await pull(shop, shop.owner, null, 3)
    expect(first.more).toBe(true)
    take(first, mirror)

    await apply(shop, shop.staff, [command('appointments.set-status@1', { id: madeBy(lastYear), status: 'no-show' })])
    await pullAll(shop, shop.owner, first.cursor, mirror)
    expect(await seenBy(mirror, lastYear)).toEqual([true])
  })

  test('of a shop with nothing yet says where to continue', async () => {
    const owner = await addUser(`${newId()}@ornek.test`)
    const id = newId()
    const p_shop = { id, name: 'Kuaför Ayşe', trade: 'kuafor', phone: null, ownerName: 'Ayşe' }
    await rpcAs(owner)('open_shop', { p_shop, p_keys: await newKeys(id), p_starters: [] })
    const { changes, cursor, me } = await answerTo({ id }, owner)
    expect(changes.map(({ table }) => table)).toEqual([
      'message_settings',
      'booking_rules',
      ...Array(16).fill('accounts'),
    ])
    expect(me).toEqual({ userId: owner, role: 'owner', name: 'Ayşe', seesTill: true, staffId: null })
    expect(await answerTo({ id }, owner, { cursor })).toMatchObject({ changes: [], more: false, reset: false, cursor })
  })
})

describe('[SY8] a cursor that says nothing any more', () => {
  const memberOf = async (role: 'staff' | 'accountant') => {
    const user = await addUser(`${newId()}@ornek.test`)
    await joinShop(shop, user, role)
    return user
  }
  const tablesOf = (mirror: Mirror) => new Set([...mirror.values()].map(({ table }) => table))
  const change = (userId: Id, what: object) =>
    sql`update public.memberships set ${sql(what)} where tenant_id = ${shop.id} and user_id = ${userId}`

  test('because the member got another role brings what the new role may see, from the start', async () => {
    const user = await memberOf('staff')
    const mirror: Mirror = new Map()
    const cursor = await pullAll(shop, user, null, mirror)
    expect(tablesOf(mirror)).toContain('customers')

    await change(user, { role: 'accountant' })
    expect((await pull(shop, user, cursor, 50)).reset).toBe(true)
    const next = await pullAll(shop, user, cursor, mirror)
    expect([...tablesOf(mirror)].sort()).toEqual([
      'accounts',
      'booking_rules',
      'day_closings',
      'holiday_hours',
      'sale_lines',
      'sales',
      'services',
      'special_hours',
      'staff',
      'staff_services',
      'staff_shares',
      'transfers',
      'working_hours',
    ])
    expect((await pull(shop, user, next, 50)).reset).toBe(false)
  })

  test('because the till was opened to him brings the transfers of others', async () => {
    const user = await memberOf('staff')
    const mirror: Mirror = new Map()
    const cursor = await pullAll(shop, user, null, mirror)
    expect(mirror.has(`transfers/${shop.transfer}`)).toBe(false)

    await change(user, { sees_till: true })
    await pullAll(shop, user, cursor, mirror)
    expect(mirror.has(`transfers/${shop.transfer}`)).toBe(true)
  })

  test('because it is ahead of a database that was put back brings everything from the start', async () => {
    const cursor = await caughtUp(shop, shop.owner)
    const { reset, changes } = await pull(shop, shop.owner, { ...cursor, at: cursor.at + 1 }, 5)
    expect({ reset, first: changes[0]!.rev <= 20 }).toEqual({ reset: true, first: true })
  })

  test('because the database was restored brings everything from the start, though the numbers fit', async () => {
    const cursor = await caughtUp(shop, shop.owner)
    expect((await pull(shop, shop.owner, cursor, 5)).reset).toBe(false)
    await sql`update private.revs set epoch = gen_random_uuid() where tenant_id = ${shop.id}`
    expect(await pull(shop, shop.owner, cursor, 5)).toMatchObject({ reset: true, more: true })
  })

  test('a removed member is told so at once, though he has a cursor, and so is one who was never in', async () => {
    const user = await memberOf('staff')
    const cursor = await caughtUp(shop, user)
    await showTheDoor(shop, user)
    expect(await askAs(shop, user, { cursor })).toEqual({ refusal: 'not-a-member' })
  })

  test('a member of the same role as before, back again, goes on where he was', async () => {
    const user = await memberOf('staff')
    const cursor = await caughtUp(shop, user)
    await showTheDoor(shop, user)
    await joinShop(shop, user, 'staff')
    expect(await answerTo(shop, user, { cursor })).toMatchObject({ reset: false, changes: [] })
  })
})
