import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import {
  addTimeOff,
  apply,
  book,
  command,
  fromNow,
  madeBy,
  openTwoShops,
  reasons,
  type Shop,
  saveStaff,
} from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'
import { connectionsOf } from './connections'

const sql = connect()
let shop: Shop
let ayse: Shop

beforeAll(async () => {
  ;({ mehmet: shop, ayse } = await openTwoShops())
})

const setStatus = (id: string, status: string) => command('appointments.set-status@1', { id, status })
const move = (id: string, startsAt: Instant, staffId = shop.chair) =>
  command('appointments.move@1', { id, staffId, startsAt, endsAt: addMinutes(startsAt, 30) })

describe('two people never sit in one chair at one time', () => {
  test('though 100 phones ask for the same slot at once: exactly one gets it', async () => {
    const startsAt = fromNow(10_000)
    const phones = connectionsOf(shop.owner, 50)
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const batch = phones.json([book(shop, { startsAt })] as never)
        const [row] = await phones`select public.apply_commands(${shop.id}, ${newId()}, ${batch}) as answer`
        const [{ status, reason }] = row!.answer.results
        return reason ?? status
      }),
    ).finally(() => phones.end())
    expect(answers.sort()).toEqual(['applied', ...Array(99).fill('slot-taken')])
    const taken = sql`select from public.appointments where tenant_id = ${shop.id} and starts_at = ${startsAt}`
    expect(await taken).toHaveLength(1)
  })

  test('though 100 writers go past the batches and insert rows themselves', async () => {
    const [startsAt, endsAt] = [fromNow(11_000), fromNow(11_030)]
    const writers = connectionsOf(shop.staff, 50)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => {
        const row = {
          tenant_id: shop.id,
          id: newId(),
          staff_id: shop.chair,
          service_id: shop.service,
          starts_at: startsAt,
          ends_at: endsAt,
          price: 0,
          status_at: startsAt,
          created_at: startsAt,
        }
        return writers`insert into public.appointments ${writers(row)}`
      }),
    ).finally(() => writers.end())
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('by moving one onto another, by a minute of overlap, or by opening one again', async () => {
    const startsAt = fromNow(12_000)
    const [first, second, third] = [
      book(shop, { startsAt }),
      book(shop, { startsAt: addMinutes(startsAt, 60) }),
      book(shop, { startsAt }),
    ]
    await apply(shop, shop.owner, [first, setStatus(madeBy(first), 'cancelled'), third, second])
    expect(
      await reasons(shop, shop.owner, [
        setStatus(madeBy(first), 'confirmed'),
        move(madeBy(second), startsAt),
        move(madeBy(second), addMinutes(startsAt, 29)),
        book(shop, { startsAt: addMinutes(startsAt, -29) }),
        book(shop, { startsAt: addMinutes(startsAt, 5), endsAt: addMinutes(startsAt, 6) }),
      ]),
    ).toEqual(Array(5).fill('slot-taken'))
  })
})

describe('a chair is free', () => {
  test('from the minute one appointment ends, in another chair, in another shop', async () => {
    const startsAt = fromNow(13_000)
    const another = saveStaff()
    await apply(shop, shop.owner, [
      another,
      book(shop, { startsAt }),
      book(shop, { startsAt: addMinutes(startsAt, 30) }),
      book(shop, { startsAt, staffId: madeBy(another) }),
    ])
    await apply(ayse, ayse.owner, [book(ayse, { startsAt })])
  })

  test.each(['done', 'no-show', 'cancelled'])(
    'once who sat there is %s, and an ended appointment does not move',
    async status => {
      const startsAt = fromNow(14_000)
      const ended = book(shop, { startsAt })
      await apply(shop, shop.owner, [ended, setStatus(madeBy(ended), status)])
      const next = book(shop, { startsAt })
      await apply(shop, shop.owner, [next, setStatus(madeBy(next), 'cancelled')])
      expect(await reasons(shop, shop.owner, [move(madeBy(ended), fromNow(14_500))])).toEqual(['not-open'])
    },
  )

  test.each(['confirmed', 'arrived'])('not while somebody is %s', async status => {
    const startsAt = fromNow(15_000)
    const held = book(shop, { startsAt })
    await apply(shop, shop.owner, [held, setStatus(madeBy(held), status)])
    expect(await reasons(shop, shop.owner, [book(shop, { startsAt }), setStatus(madeBy(held), 'cancelled')])).toEqual([
      'slot-taken',
      null,
    ])
  })
})

describe('an appointment says who changed its status last', () => {
  const by = async (id: string) =>
    (await sql`select status, status_by from public.appointments where id = ${id}`).map(row => ({ ...row }))[0]
  const booked = async (minutes: number) => {
    const made = book(shop, { startsAt: fromNow(minutes) })
    await apply(shop, shop.owner, [made])
    return madeBy(made)
  }

  test('whoever books or changes it, by the phone', async () => {
    const id = await booked(16_000)
    expect(await by(id)).toEqual({ status: 'confirmed', status_by: shop.owner })
    await apply(shop, shop.staff, [setStatus(id, 'arrived')])
    expect(await by(id)).toEqual({ status: 'arrived', status_by: shop.staff })
    await apply(shop, shop.owner, [move(id, fromNow(16_100))])
    expect(await by(id)).toEqual({ status: 'arrived', status_by: shop.staff })
  })

  test('and no member can put it on somebody else, past the phone neither', async () => {
    const id = await booked(16_200)
    await asUser(
      shop.staff,
      tx => tx`update public.appointments set status = 'cancelled', status_by = ${shop.owner} where id = ${id}`,
    )
    expect(await by(id)).toEqual({ status: 'cancelled', status_by: shop.staff })
    await asUser(shop.owner, tx => tx`update public.appointments set status_by = ${shop.removed} where id = ${id}`)
    await asUser(shop.owner, tx => tx`update public.appointments set status_by = null where id = ${id}`)
    expect(await by(id)).toEqual({ status: 'cancelled', status_by: shop.staff })
  })

  test('and names no member where none did it', async () => {
    const id = await booked(16_300)
    await sql`update public.appointments set status = 'cancelled', status_at = now() where id = ${id}`
    expect(await by(id)).toEqual({ status: 'cancelled', status_by: null })
  })
})

describe('hours', () => {
  const day = (id: string, ranges: number[][]) =>
    command('hours.set@1', { id, staffId: shop.chair, weekday: 5, ranges })

  test('of one weekday are one row, whichever phone set them first: the later setting stands', async () => {
    await apply(shop, shop.owner, [day(newId(), [[540, 720]]), day(newId(), []), day(newId(), [[600, 660]])])
    const rows = await sql`select ranges from public.working_hours where staff_id = ${shop.chair} and weekday = 5`
    expect(rows.map(row => row.ranges)).toEqual([[[600, 660]]])
  })

  test('are set by the owner alone', async () => {
    expect(await reasons(shop, shop.staff, [day(newId(), [])])).toEqual(['forbidden'])
  })
})

test('time off that two phones take away is gone, and neither is told off', async () => {
  const off = addTimeOff(shop)
  const remove = () => command('hours.remove-time-off@1', { id: madeBy(off) })
  await apply(shop, shop.owner, [off])
  expect(await reasons(shop, shop.owner, [remove(), remove()])).toEqual([null, null])
  expect(await reasons(shop, shop.owner, [command('hours.remove-time-off@1', { id: newId() })])).toEqual(['missing'])
})

test('services put in another order keep the price that another phone has just set', async () => {
  const service = { id: newId(), name: 'Fön', minutes: 20, price: 15_000, position: 7 }
  await apply(shop, shop.owner, [
    command('services.save@1', service),
    command('services.save@1', { ...service, price: 25_000 }),
    command('services.arrange@1', { places: [{ id: service.id, position: 2 }] }),
  ])
  const [row] = await sql`select price::int, position from public.services where id = ${service.id}`
  expect(row).toEqual({ price: 25_000, position: 2 })
  const gone = command('services.arrange@1', {
    places: [
      { id: service.id, position: 3 },
      { id: newId(), position: 4 },
    ],
  })
  expect(await reasons(shop, shop.owner, [gone])).toEqual(['missing'])
  expect((await sql`select position from public.services where id = ${service.id}`)[0]!.position).toBe(2)
})

test('an archived chair or service keeps its appointments and can be brought back', async () => {
  const chair = saveStaff()
  const id = madeBy(chair)
  const appointment = book(shop, { staffId: id })
  await apply(shop, shop.owner, [chair, appointment, command('staff.archive@1', { id, archived: true })])
  const archivedAt = async () => (await sql`select archived_at from public.staff where id = ${id}`)[0]!.archived_at
  expect(await archivedAt()).not.toBeNull()
  await apply(shop, shop.owner, [
    setStatus(madeBy(appointment), 'done'),
    command('staff.archive@1', { id, archived: false }),
  ])
  expect(await archivedAt()).toBeNull()
})

test('nobody deletes an appointment', async () => {
  for (const member of [shop.owner, shop.staff]) {
    const deleting = asUser(member, tx => tx`delete from public.appointments where tenant_id = ${shop.id}`)
    await expect(deleting).rejects.toMatchObject({ code: '42501' })
  }
})
