import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import type { Command, Row } from '@/lib/sync/protocol'
import {
  addCustomer,
  answerTo,
  apply,
  book,
  command,
  fromNow,
  gained,
  imported,
  madeBy,
  openTwoShops,
  reasons,
  regulars,
  type Shop,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOf } from './connections'

const sql = connect()
let shop: Shop
let ayse: Shop

beforeAll(async () => {
  ;({ mehmet: shop, ayse } = await openTwoShops())
})

/** Customers as the owner's phone reads them, by id; who is gone is not there. */
async function read(...ids: Id[]): Promise<(Row | undefined)[]> {
  const { changes } = await answerTo(shop, shop.owner)
  return ids.map(id => changes.find(change => change.table === 'customers' && change.id === id)?.row ?? undefined)
}
const added = async (args: object = {}): Promise<Id> => {
  const customer = addCustomer(args)
  await apply(shop, shop.owner, [customer])
  return madeBy(customer)
}
const edit = (id: Id, args: object) => command('customers.edit@1', { id, ...args })
const archive = (id: Id, archived: boolean) => command('customers.archive@1', { id, archived })

describe('a customer', () => {
  test('is read by the phone as he was written', async () => {
    const id = await added()
    const [customer] = await read(id)
    expect(customer).toMatchObject({ ...regulars[0], id, importId: null, archivedAt: null })
    expect(customer).not.toHaveProperty('phoneIndexes')
  })

  test('edited by two phones in different fields keeps both changes', async () => {
    const id = await added()
    await apply(shop, shop.owner, [edit(id, { name: 'Işıl Demir' })])
    await apply(shop, shop.staff, [edit(id, { phones: ['+905320000199'], email: null })])
    const [customer] = await read(id)
    expect(customer).toMatchObject({
      name: 'Işıl Demir',
      phones: ['+905320000199'],
      email: null,
      note: regulars[0].note,
    })
  })

  test('is found again by the number, in his own shop only', async () => {
    const phones = ['+905320000177']
    const [one, other] = [await added({ phones }), await added({ phones: ['+905320000178', ...phones] })]
    await apply(ayse, ayse.owner, [addCustomer({ phones })])
    const [row] = await sql`select phone_indexes[1] as index from public.customers where id = ${one}`
    const alike = await sql`select id from public.customers where phone_indexes @> array[${row!.index}] order by id`
    expect(alike.map(({ id }) => id)).toEqual([one, other].sort())
  })

  test('archived and brought back is the same', async () => {
    const id = await added()
    await apply(shop, shop.owner, [archive(id, true)])
    expect((await read(id))[0]!.archivedAt).not.toBeNull()
    await apply(shop, shop.owner, [archive(id, false)])
    expect((await read(id))[0]).toMatchObject({ ...regulars[0], archivedAt: null })
  })
})

const merge = (id: Id, mergedId: Id, united: object = regulars[0]) =>
  command('customers.merge@1', { ...united, id, mergedId })
const customerOf = async (appointment: Command) =>
  (await sql`select customer_id from public.appointments where id = ${madeBy(appointment)}`)[0]!.customer_id

describe('two customers who are one person', () => {
  test('become one, with the appointments of both', async () => {
    const [kept, merged] = [await added(), await added()]
    const [his, also] = [
      book(shop, { customerId: merged, startsAt: fromNow(20_000) }),
      book(shop, { customerId: kept, startsAt: fromNow(20_100) }),
    ]
    await apply(shop, shop.owner, [his, also, merge(kept, merged, { ...regulars[0], name: 'Işıl Birleşik' })])
    expect(await read(kept, merged)).toEqual([expect.objectContaining({ name: 'Işıl Birleşik' }), undefined])
    expect([await customerOf(his), await customerOf(also)]).toEqual([kept, kept])
  })

  test('a late booking for the one who is gone lands on the one who stayed, however often they were merged', async () => {
    const [first, second, third] = [await added(), await added(), await added()]
    await apply(shop, shop.owner, [merge(second, first), merge(third, second)])
    const late = book(shop, { customerId: first, startsAt: fromNow(20_200) })
    await apply(shop, shop.staff, [late])
    expect(await customerOf(late)).toBe(third)
  })

  test('the one who is gone can no longer be edited, archived or merged', async () => {
    const [kept, merged] = [await added(), await added()]
    await apply(shop, shop.owner, [merge(kept, merged)])
    const late = [edit(merged, { note: 'x' }), archive(merged, true), merge(kept, merged), merge(merged, kept)]
    expect(await reasons(shop, shop.owner, late)).toEqual(Array(4).fill('missing'))
    expect(await read(kept, merged)).toEqual([expect.objectContaining({ id: kept }), undefined])
  })

  test('merged into each other by two phones at once, one of them stays', async () => {
    const [one, other] = [await added(), await added()]
    const phones = connectionsOf(shop.owner, 2)
    const sent = [merge(one, other, {}), merge(other, one, {})].map(async it => {
      const batch = phones.json([it] as never)
      const [row] = await phones`select public.apply_commands(${shop.id}, ${newId()}, ${batch}) as answer`
      return row!.answer.results[0].reason
    })
    const told = await Promise.all(sent).finally(() => phones.end())
    expect(told.sort()).toEqual(['missing', null])
    expect((await read(one, other)).filter(row => row)).toHaveLength(1)
  })
})

const bring = (importId: Id, args: object) =>
  command('customers.import@1', { importId, created: [], merged: [], ...args })
const undo = (importId: Id) => command('customers.undo-import@1', { importId })
const newcomer = (args: object = {}) => ({ id: newId(), ...imported, ...args })

describe('an import taken back', () => {
  test('takes whom it brought and gives back what others had before, in all its chunks', async () => {
    const [importId, known] = [newId(), await added(regulars[1])]
    const [one, two] = [newcomer(), newcomer()]
    await apply(shop, shop.owner, [
      bring(importId, { created: [one] }),
      bring(importId, { created: [two], merged: [{ id: known, ...gained }] }),
    ])
    expect(await read(one.id, two.id, known)).toMatchObject([
      { ...imported, importId },
      imported,
      { ...regulars[1], ...gained },
    ])

    await apply(shop, shop.staff, [undo(importId)])
    expect(await read(one.id, two.id, known)).toEqual([undefined, undefined, expect.objectContaining(regulars[1])])
    const [row] = await sql`select cardinality(phone_indexes) as numbers from public.customers where id = ${known}`
    expect(row!.numbers).toBe(1)
  })

  test('leaves alone whoever was edited, archived, merged or booked since', async () => {
    const importId = newId()
    const people = Array.from({ length: 5 }, () => newcomer())
    const [edited, archived, kept, merged, booked] = people.map(({ id }) => id) as [Id, Id, Id, Id, Id]
    const known = await added(regulars[1])
    await apply(shop, shop.owner, [
      bring(importId, { created: people, merged: [{ id: known, ...gained }] }),
      edit(edited, { note: 'Yeni not' }),
      archive(archived, true),
      merge(kept, merged, imported),
      book(shop, { customerId: booked, startsAt: fromNow(20_300) }),
      edit(known, { note: 'Yeni not' }),
      undo(importId),
    ])
    expect(await read(edited, archived, kept, merged, booked, known)).toEqual([
      expect.objectContaining({ note: 'Yeni not' }),
      expect.objectContaining({ name: imported.name }),
      expect.objectContaining({ name: imported.name }),
      undefined,
      expect.objectContaining({ name: imported.name }),
      expect.objectContaining({ ...gained, note: 'Yeni not' }),
    ])
  })

  test('refuses chunks of it that arrive later, and is taken back once', async () => {
    const [importId, late] = [newId(), newcomer()]
    await apply(shop, shop.owner, [bring(importId, { created: [newcomer()] }), undo(importId)])
    expect(await reasons(shop, shop.staff, [bring(importId, { created: [late] }), undo(importId)])).toEqual([
      'undone',
      'missing',
    ])
    expect(await read(late.id)).toEqual([undefined])
  })

  test('keeps nothing of what it took back, not even sealed', async () => {
    const [importId, known] = [newId(), await added(regulars[1])]
    await apply(shop, shop.owner, [
      bring(importId, { created: [newcomer()], merged: [{ id: known, ...gained }] }),
      undo(importId),
    ])
    expect(await sql`select from public.customer_import_rows where import_id = ${importId}`).toHaveLength(0)
    const gone = await sql`
      select name, phones, email, note, phone_indexes from public.customers where import_id = ${importId} and deleted_at is not null`
    expect(gone.map(row => Object.values(row).flat().filter(Boolean))).toEqual([[]])
  })
})
