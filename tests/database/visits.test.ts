import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import {
  addToQueue,
  addWaiting,
  answerTo,
  apply,
  bookVisit,
  command,
  fromNow,
  madeBy,
  openTwoShops,
  partOf,
  reasons,
  type Shop,
  saveStaff,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOfServer } from './connections'

// The book's promises that the database keeps (lib/appointments/SPEC.md), each asked of it as phones and customers' pages ask.

const sql = connect()
let shop: Shop
let second: Id
let days = 30
/** A time that nobody else in this file comes near. */
function free(): Instant {
  days += 1
  return fromNow(days * 24 * 60)
}

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  const chair = saveStaff()
  await apply(shop, shop.owner, [chair])
  second = madeBy(chair)
})

const setStatus = (id: Id, status: string, more: object = {}) =>
  command('appointments.set-status@1', { id, status, ...more })
const moves = (...moves: object[]) => command('appointments.move@2', { moves })
const statusOf = async (id: Id) =>
  (await sql`select status, status_actor as actor, lapses_at as lapses from public.appointments where id = ${id}`)[0]!
const timeIsUp = (id: Id) =>
  sql`update public.appointments set lapses_at = now() - interval '1 second' where id = ${id}`

describe('[AP12] a chair is busy', () => {
  test('while it is prepared and cleaned, and not a minute longer', async () => {
    const startsAt = free()
    const at = (minutes: number) => bookVisit([partOf(shop, { startsAt: addMinutes(startsAt, minutes) })])
    await apply(shop, shop.owner, [bookVisit([partOf(shop, { startsAt, prepareMinutes: 10, cleanMinutes: 15 })])])
    expect(await reasons(shop, shop.owner, [at(-31), at(44), at(-40), at(45)])).toEqual([
      'slot-taken',
      'slot-taken',
      null,
      null,
    ])
  })

  test.each(['held', 'requested', 'confirmed', 'arrived'])('while somebody is %s', async status => {
    const part = partOf(shop, { startsAt: free() })
    await apply(shop, shop.owner, [bookVisit([part])])
    await sql`update public.appointments set status = ${status} where id = ${part.id}`
    expect(await reasons(shop, shop.owner, [bookVisit([{ ...part, id: newId() }])])).toEqual(['slot-taken'])
  })
})

describe('[AP13] a visit of several parts', () => {
  test('is booked whole or not at all', async () => {
    const startsAt = free()
    const visit = [partOf(shop, { startsAt }), partOf(shop, { startsAt: addMinutes(startsAt, 30), staffId: second })]
    await apply(shop, shop.owner, [bookVisit([{ ...visit[1]!, id: newId() }])])
    expect(await reasons(shop, shop.owner, [bookVisit(visit)])).toEqual(['slot-taken'])
    expect(await sql`select from public.appointments where id = ${visit[0]!.id}`).toHaveLength(0)
  })

  test('is moved whole or not at all, and its parts may change places', async () => {
    const startsAt = free()
    const [first, other] = [partOf(shop, { startsAt }), partOf(shop, { startsAt: addMinutes(startsAt, 30) })]
    const taken = partOf(shop, { startsAt: addMinutes(startsAt, 120), staffId: second })
    await apply(shop, shop.owner, [bookVisit([first, other]), bookVisit([taken])])
    const to = ({ id }: { id: Id }, minutes: number, staffId: Id = shop.chair) => ({
      id,
      staffId,
      startsAt: addMinutes(startsAt, minutes),
      endsAt: addMinutes(startsAt, minutes + 30),
    })
    expect(
      await reasons(shop, shop.owner, [
        moves(to(first, 200), to(other, 120, second)),
        moves(to(first, 30), to(other, 0)),
      ]),
    ).toEqual(['slot-taken', null])
    const stands =
      await sql`select id from public.appointments where id in ${sql([first.id, other.id])} order by starts_at`
    expect(stands.map(({ id }) => id)).toEqual([other.id, first.id])
  })
})

describe('[AP14] what is held or asked for', () => {
  const held = (startsAt: Instant) => {
    const part = partOf(shop, { startsAt })
    return {
      part,
      booking: bookVisit([part], { customerId: shop.customers[0], status: 'held', lapsesAt: fromNow(10) }),
    }
  }

  test('goes to the next who comes once its time is up, by no hand of his', async () => {
    const { part, booking } = held(free())
    await apply(shop, shop.owner, [booking])
    await timeIsUp(part.id)
    await apply(shop, shop.staff, [bookVisit([{ ...part, id: newId() }])])
    expect(await statusOf(part.id)).toMatchObject({ status: 'lapsed', actor: 'nobody' })
  })

  test('stands again when it is agreed to in time or the chair is still free, and not when it is taken', async () => {
    const [late, lost, inTime] = [held(free()), held(free()), held(free())]
    await apply(shop, shop.owner, [late.booking, lost.booking, inTime.booking])
    await apply(shop, shop.owner, [setStatus(inTime.part.id, 'confirmed')])
    for (const { part } of [late, lost]) await timeIsUp(part.id)
    await apply(shop, shop.owner, [bookVisit([{ ...lost.part, id: newId() }])])
    expect(
      await reasons(shop, shop.owner, [setStatus(late.part.id, 'confirmed'), setStatus(lost.part.id, 'confirmed')]),
    ).toEqual([null, 'slot-taken'])
    for (const { part } of [late, inTime]) {
      expect(await statusOf(part.id)).toEqual({ status: 'confirmed', actor: 'member', lapses: null })
    }
  })
})

describe('[AP16] what becomes of an appointment', () => {
  test('is kept step by step: who, when, and where it stood', async () => {
    const startsAt = free()
    const part = partOf(shop, { startsAt })
    const later = { id: part.id, staffId: second, startsAt: addMinutes(startsAt, 60), endsAt: addMinutes(startsAt, 90) }
    await apply(shop, shop.owner, [bookVisit([part])])
    await apply(shop, shop.staff, [moves(later), setStatus(part.id, 'cancelled', { statusReason: 'Telefonla aradı' })])
    const { changes } = await answerTo(shop, shop.owner)
    const events = changes.filter(({ table, row }) => table === 'appointment_events' && row?.appointmentId === part.id)
    expect(events.map(({ row }) => row)).toMatchObject([
      { status: 'confirmed', actor: 'member', userId: shop.owner, staffId: shop.chair, startsAt },
      { status: 'confirmed', actor: 'member', userId: shop.staff, staffId: second, startsAt: later.startsAt },
      { status: 'cancelled', actor: 'member', userId: shop.staff, staffId: second },
    ])
    const [row] = changes.filter(({ table, id }) => table === 'appointments' && id === part.id)
    expect(row!.row).toMatchObject({ statusReason: 'Telefonla aradı' })
  })

  test('booked by mistake is as if it had never been, until something has come of it', async () => {
    const [mistake, served] = [partOf(shop, { startsAt: free() }), partOf(shop, { startsAt: free() })]
    const guest = addToQueue(shop)
    const takeBack = (...ids: Id[]) => command('appointments.take-back@1', { ids })
    await apply(shop, shop.owner, [
      guest,
      bookVisit([mistake], { status: 'arrived', walkInId: madeBy(guest) }),
      bookVisit([served]),
      setStatus(served.id, 'done'),
    ])
    expect(
      await reasons(shop, shop.owner, [takeBack(served.id), takeBack(mistake.id, served.id), takeBack(mistake.id)]),
    ).toEqual(['not-open', 'not-open', null])
    const { changes } = await answerTo(shop, shop.owner)
    expect(changes.find(({ id }) => id === mistake.id)).toBeUndefined()
    expect(changes.find(({ id }) => id === madeBy(guest))!.row).toMatchObject({ appointmentId: null })
  })
})

test('booked by mistake stays when money was taken for it, though who takes it back may not see the money', async () => {
  const paid = partOf(shop, { startsAt: free() })
  await apply(shop, shop.staff, [bookVisit([paid])])
  await apply(shop, shop.owner, [takeMoney(shop, { appointmentId: paid.id })])
  expect(await reasons(shop, shop.staff, [command('appointments.take-back@1', { ids: [paid.id] })])).toEqual([
    'not-open',
  ])
})

describe('[AP16] a yes or a no taken back', () => {
  const asked = async (more: object = {}) => {
    const part = partOf(shop, { startsAt: free() })
    await apply(shop, shop.owner, [bookVisit([part], { customerId: shop.customers[0], ...more })])
    await sql`update public.appointments set status = 'requested', lapses_at = ${LATER} where id = ${part.id}`
    return part
  }
  const LATER = fromNow(60)

  test.each(['confirmed', 'cancelled'])(
    'leaves the request as it was: asked for, and held for as long (%s)',
    async status => {
      const { id } = await asked()
      const again = setStatus(id, 'requested', { lapsesAt: LATER })
      await apply(shop, shop.owner, [setStatus(id, status), again])
      const stands = await statusOf(id)
      expect(stands).toMatchObject({ status: 'requested', actor: 'member' })
      expect(stands.lapses.toISOString()).toBe(LATER)
      // Nothing is left to take back.
      expect(await reasons(shop, shop.owner, [{ ...again, id: newId() }])).toEqual(['not-open'])
    },
  )

  test('is refused where it never was a request, or something else has come of it', async () => {
    const plain = partOf(shop, { startsAt: free() })
    const served = await asked()
    await apply(shop, shop.owner, [bookVisit([plain]), setStatus(served.id, 'confirmed'), setStatus(served.id, 'done')])
    for (const { id } of [plain, served])
      expect(await reasons(shop, shop.owner, [setStatus(id, 'requested', { lapsesAt: LATER })])).toEqual(['not-open'])
    expect(await reasons(shop, shop.owner, [setStatus(newId(), 'requested')])).toEqual(['missing'])
  })

  test('of what was turned down is refused when somebody else has the chair', async () => {
    const part = await asked()
    await apply(shop, shop.owner, [setStatus(part.id, 'cancelled'), bookVisit([{ ...part, id: newId() }])])
    expect(await reasons(shop, shop.owner, [setStatus(part.id, 'requested', { lapsesAt: LATER })])).toEqual([
      'slot-taken',
    ])
  })
})

test('[AP18] who stayed away from a visit of two services stayed away once', async () => {
  const startsAt = free()
  const visit = [partOf(shop, { startsAt }), partOf(shop, { startsAt: addMinutes(startsAt, 30), staffId: second })]
  const [, customerId] = shop.customers
  await apply(shop, shop.owner, [bookVisit(visit, { customerId }), ...visit.map(({ id }) => setStatus(id, 'no-show'))])
  const noShows = async () => (await sql`select no_shows from public.customers where id = ${customerId}`)[0]!.no_shows
  expect(await noShows()).toBe(1)
  await apply(shop, shop.owner, [setStatus(visit[0]!.id, 'done')])
  expect(await noShows()).toBe(1)
  await apply(shop, shop.owner, [setStatus(visit[1]!.id, 'done')])
  expect(await noShows()).toBe(0)
})

test('[AP18] a customer carries how often he did not come, and taking it back takes it off', async () => {
  const [one, two] = [partOf(shop, { startsAt: free() }), partOf(shop, { startsAt: free() })]
  const [kept, merged] = shop.customers
  const noShows = async (id: Id) => (await sql`select no_shows from public.customers where id = ${id}`)[0]!.no_shows
  await apply(shop, shop.owner, [bookVisit([one], { customerId: kept }), bookVisit([two], { customerId: merged })])
  await apply(shop, shop.owner, [setStatus(one.id, 'no-show'), setStatus(two.id, 'no-show')])
  expect([await noShows(kept), await noShows(merged)]).toEqual([1, 1])
  await apply(shop, shop.owner, [setStatus(two.id, 'done')])
  expect(await noShows(merged)).toBe(0)
  await apply(shop, shop.owner, [setStatus(two.id, 'no-show')])
  const united = { name: 'Işıl Çağlayan', phones: [], email: null, note: null }
  await apply(shop, shop.owner, [command('customers.merge@1', { id: kept, mergedId: merged, ...united })])
  expect(await noShows(kept)).toBe(2)
})

describe('[AP20] somebody in the queue', () => {
  test('is seated once, though two phones call him', async () => {
    const guest = addToQueue(shop)
    const startsAt = free()
    const seat = (staffId: Id) =>
      bookVisit([partOf(shop, { startsAt, staffId })], { status: 'arrived', walkInId: madeBy(guest) })
    await apply(shop, shop.owner, [guest])
    expect([
      await reasons(shop, shop.owner, [seat(shop.chair)]),
      await reasons(shop, shop.staff, [seat(second)]),
    ]).toEqual([[null], ['missing']])
  })

  test('goes, and comes back', async () => {
    const guest = addToQueue(shop)
    const left = async () => (await sql`select left_at from public.walk_ins where id = ${madeBy(guest)}`)[0]!.left_at
    await apply(shop, shop.owner, [guest, command('queue.leave@1', { id: madeBy(guest), left: true })])
    expect(await left()).not.toBeNull()
    await apply(shop, shop.owner, [command('queue.leave@1', { id: madeBy(guest), left: false })])
    expect(await left()).toBeNull()
  })
})

describe('[AP21] a freed time offered to somebody waiting', () => {
  const tokenHash = createHash('sha256').update('teklif').digest('hex')

  test('ends his wait when he takes it by his link, and only then', async () => {
    const wish = addWaiting(shop)
    const part = partOf(shop, { startsAt: free() })
    await apply(shop, shop.owner, [
      wish,
      bookVisit([part], {
        status: 'held',
        customerId: shop.customers[0],
        waitingId: madeBy(wish),
        lapsesAt: fromNow(10),
      }),
      command('links.share@1', { id: newId(), appointmentId: part.id, tokenHash }),
    ])
    const waits = async () =>
      (await sql`select from public.waiting_list where id = ${madeBy(wish)} and ended_at is null`).length === 1
    expect(await waits()).toBe(true)
    const server = connectionsOfServer(1)
    const [row] = await server`select public.act_by_link(${tokenHash}, 'confirm') as answer`.finally(() => server.end())
    expect(row!.answer).toEqual({})
    expect(await waits()).toBe(false)
    expect(await statusOf(part.id)).toMatchObject({ status: 'confirmed', actor: 'customer' })
  })

  const waits = async (wish: Id) =>
    (await sql`select from public.waiting_list where id = ${wish} and ended_at is null`).length === 1

  test('and taken back lets him wait again, in the one command', async () => {
    const wish = madeBy(addWaiting(shop))
    await apply(shop, shop.owner, [addWaiting(shop, { id: wish })])
    const answer = { customerId: shop.customers[0], waitingId: wish }
    const [booked, offered] = [partOf(shop, { startsAt: free() }), partOf(shop, { startsAt: free() })]

    await apply(shop, shop.owner, [bookVisit([booked], answer)])
    expect(await waits(wish)).toBe(false)
    await apply(shop, shop.owner, [command('appointments.take-back@1', { ids: [booked.id] })])
    expect(await waits(wish)).toBe(true)

    const lapsesAt = fromNow(10)
    await apply(shop, shop.owner, [bookVisit([offered], { ...answer, status: 'held', lapsesAt })])
    await apply(shop, shop.owner, [setStatus(offered.id, 'confirmed')])
    expect(await waits(wish)).toBe(false)
    await apply(shop, shop.owner, [setStatus(offered.id, 'held', { lapsesAt })])
    expect([await waits(wish), (await statusOf(offered.id)).status]).toEqual([true, 'held'])
  })

  test('leaves him served when only one of two times is taken back', async () => {
    const wish = addWaiting(shop)
    const times = [1, 2].map(() => partOf(shop, { startsAt: free() }))
    const answer = { customerId: shop.customers[0], waitingId: madeBy(wish) }
    await apply(shop, shop.owner, [wish, ...times.map(part => bookVisit([part], answer))])
    await apply(shop, shop.owner, [command('appointments.take-back@1', { ids: [times[0]!.id] })])
    expect(await waits(madeBy(wish))).toBe(false)
  })
})
