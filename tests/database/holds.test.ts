import { createHash, randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import { apply, fromNow, madeBy, openTwoShops, partOf, type Shop, saveStaff } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOfServer } from './connections'
import { pull } from './mirror'

// Times that strangers keep while they write their names, asked of the database as the customers' pages ask (lib/appointments/SPEC.md).

const sql = connect()
let server: postgres.Sql
let shop: Shop
let second: Id
let day: Instant

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  const chair = saveStaff()
  await apply(shop, shop.owner, [chair])
  second = madeBy(chair)
  server = connectionsOfServer(2)
})
afterAll(() => server.end())
/** Each test has the shop's noon of a day of its own, and nothing kept from the one before. */
let days = 40
beforeEach(async () => {
  days += 1
  day = `${fromNow(days * 24 * 60).slice(0, 10)}T09:00:00.000Z`
  await sql`update public.appointments set status = 'lapsed', deleted_at = now() where tenant_id = ${shop.id} and status = 'held'`
})

/** 43 letters, as the server's hash of an address has. */
const anAddress = () => randomBytes(32).toString('base64url')
const at = (minutes: number) => addMinutes(day, minutes)

interface Keeping {
  parts?: ReturnType<typeof partOf>[]
  from?: string
}

/** Somebody chooses a time; answers the hash of his link, and what he was told. */
async function keep(minutes: number, { parts, from = anAddress() }: Keeping = {}) {
  const tokenHash = createHash('sha256').update(randomBytes(32)).digest('hex')
  const choices = [parts ?? [partOf(shop, { startsAt: at(minutes) })]]
  const [row] = await server`
    select public.hold_online(${shop.id}, ${server.json({ id: newId(), tokenHash })}, ${server.json(choices as never)}, 6, null, ${from}) as answer`
  return { tokenHash, told: row!.answer.refused ?? 'kept' }
}
/** When the chairs are kept that day, in minutes after its noon. */
async function keptTimes(): Promise<number[]> {
  const rows = await sql`
    select starts_at from public.appointments
    where tenant_id = ${shop.id} and status = 'held' and starts_at between ${at(-720)} and ${at(720)} order by starts_at, staff_id`
  return rows.map(({ starts_at }) => (starts_at.getTime() - Date.parse(day)) / 60_000)
}
async function book(tokenHash: string) {
  const sealed = `s1.${newId()}.${'x'.repeat(40)}`
  const customer = { id: newId(), name: sealed, phones: sealed, phoneIndex: newId(), bookedNames: {}, note: null }
  const [row] = await server`select public.book_online(${tokenHash}, ${server.json(customer as never)}, '[]') as answer`
  return row!.answer
}

describe('[AP22] strangers close no shop', () => {
  test('one address keeps one time, the newest', async () => {
    const from = anAddress()
    for (const minutes of [0, 60, 120]) expect((await keep(minutes, { from })).told).toBe('kept')
    await keep(180)
    expect(await keptTimes()).toEqual([120, 180])
  })

  test('what an address kept stays when the new time cannot be had', async () => {
    const from = anAddress()
    await keep(0)
    await keep(60, { from })
    expect((await keep(0, { from })).told).toBe('slot-taken')
    expect(await keptTimes()).toEqual([0, 60])
  })

  test('a hundred addresses keep two hours of a chair’s day, and nobody is sent away', async () => {
    for (let i = 0; i < 100; i++) expect((await keep(-180 + (i % 12) * 30)).told).toBe('kept')
    expect(await keptTimes()).toEqual([-180, -150, -120, -90])
    // The other chair, and the next day, are none of it.
    await keep(0, { parts: [partOf(shop, { startsAt: at(0), staffId: second })] })
    await keep(24 * 60)
    expect(await keptTimes()).toEqual([-180, -150, -120, -90, 0])
  })

  test('a visit longer than that is kept whole, and turned out whole', async () => {
    const visitOf = (minutes: number) => {
      const [first, last] = [at(minutes), at(minutes + 90)]
      return [
        partOf(shop, { startsAt: first, endsAt: last }),
        partOf(shop, { startsAt: last, endsAt: addMinutes(last, 90) }),
        partOf(shop, { startsAt: addMinutes(last, 90), staffId: second }),
      ]
    }
    expect((await keep(0, { parts: visitOf(-180) })).told).toBe('kept')
    expect(await keptTimes()).toHaveLength(3)
    await keep(200)
    expect(await keptTimes()).toEqual([200])
  })

  test('whoever was turned out has the time all the same, if he sends his name before another chooses it', async () => {
    const first = await keep(0)
    for (const minutes of [30, 60, 90, 120]) await keep(minutes)
    expect(await keptTimes()).toEqual([30, 60, 90, 120])
    expect(await book(first.tokenHash)).toEqual({ status: 'requested' })
  })

  test('what is booked is no longer kept by a stranger, and nothing more is known of where he was', async () => {
    const from = anAddress()
    await book((await keep(0, { from })).tokenHash)
    await keep(60, { from })
    expect(
      await sql`select from public.appointments where tenant_id = ${shop.id} and starts_at = ${at(0)} and status = 'requested'`,
    ).toHaveLength(1)
    const [link] = await sql`
      select l.holder from public.appointment_links l join public.appointments a on a.id = l.appointment_id where a.tenant_id = ${shop.id} and a.starts_at = ${at(0)}`
    expect(link!.holder).toBeNull()
  })
})

describe('a time that nobody put his name to', () => {
  const everything = async (id: Id) => ({
    rows: (await sql`select from public.appointments where id = ${id}`).length,
    links: (await sql`select from public.appointment_links where appointment_id = ${id}`).length,
    events: (await sql`select from public.appointment_events where appointment_id = ${id}`).length,
  })
  const timeIsUp = (id: Id) =>
    sql`update public.appointments set lapses_at = now() - interval '1 second' where id = ${id}`
  const later = (id: Id, hours: number) =>
    sql`update public.appointments set deleted_at = deleted_at - ${hours} * interval '1 hour' where id = ${id}`

  test('[SY18] leaves a tombstone for the phones, and within a day not even that', async () => {
    const part = partOf(shop, { startsAt: at(0) })
    await keep(0, { parts: [part] })
    const { cursor, changes } = await pull(shop, shop.owner, null, 1000)
    expect(changes.find(({ id }) => id === part.id)!.row).toMatchObject({ status: 'held' })

    await timeIsUp(part.id)
    await keep(200)
    const told = await pull(shop, shop.owner, cursor, 1000)
    expect(told.changes.find(({ id }) => id === part.id)!.row).toBeNull()
    await later(part.id, 11)
    await keep(230)
    expect(await everything(part.id)).toEqual({ rows: 1, links: 1, events: 0 })
    await later(part.id, 2)
    await keep(260)
    expect(await everything(part.id)).toEqual({ rows: 0, links: 0, events: 0 })
  })

  test('[AP16] has no story; the story of a booking begins with its name', async () => {
    const part = partOf(shop, { startsAt: at(0) })
    const { tokenHash } = await keep(0, { parts: [part] })
    expect(await everything(part.id)).toMatchObject({ events: 0 })
    await book(tokenHash)
    const story = await sql`select status, actor from public.appointment_events where appointment_id = ${part.id}`
    expect([...story]).toEqual([{ status: 'requested', actor: 'customer' }])
  })

  test('but what has a name stays, however it ended', async () => {
    const part = partOf(shop, { startsAt: at(0) })
    await book((await keep(0, { parts: [part] })).tokenHash)
    await timeIsUp(part.id)
    await keep(200)
    await sql`update public.appointments set status_at = status_at - interval '9 days' where id = ${part.id}`
    await keep(230)
    expect((await sql`select status from public.appointments where id = ${part.id}`)[0]).toEqual({ status: 'lapsed' })
  })
})
