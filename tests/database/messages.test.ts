import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import { apply, bookVisit, command, openTwoShops, partOf, type Shop } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { openPostOffice, type PostOffice, wall } from './post-office'

// What is planned when the book is written, and what becomes of it when it is due (lib/messages/SPEC.md).

const sql = connect()
let shop: Shop
let office: PostOffice

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  office = await openPostOffice(shop)
  // What stands in the book already would be reminded of too, at some hours of the day.
  await sql`update public.appointments set status = 'cancelled' where tenant_id = ${shop.id}`
})
afterAll(() => office.close())
beforeEach(async () => {
  // Each test has the street to itself.
  await office.plan('whatsapp-sms', { remind_day_before: true, remind_two_hours: false, monthly_cap: 500 })
  await sql`delete from private.message_queue where tenant_id = ${shop.id}`
  await sql`delete from public.contact_blocks where tenant_id = ${shop.id}`
  office.setClock(null)
  office.whatsapp.took.length = 0
  office.sms.took.length = 0
})

let day = 5
/** Half past two in the afternoon of a day that no other test has. */
const aTime = () => wall(++day, 14 * 60 + 30)
const noon = (days = 0) => wall(days, 12 * 60)

async function booked(startsAt: Instant, visit: object = {}): Promise<Id> {
  const part = partOf(shop, { startsAt })
  await apply(shop, shop.owner, [bookVisit([part], { customerId: shop.customers[0], ...visit })])
  return part.id
}
const setStatus = (id: Id, status: string) =>
  apply(shop, shop.owner, [command('appointments.set-status@1', { id, status })])
const moving = (id: Id, startsAt: Instant) =>
  command('appointments.move@2', {
    moves: [{ id, staffId: shop.chair, startsAt, endsAt: addMinutes(startsAt, 30) }],
  })
const move = (id: Id, startsAt: Instant) => apply(shop, shop.owner, [moving(id, startsAt)])
const story = async (id: Id) =>
  (await office.messages(id)).map(({ kind, state, reason }) => [kind, state, reason].filter(Boolean).join(' '))

/** Everything due at noon tomorrow of what was written now: the night is over, whenever this test runs. */
async function sendAll() {
  office.setClock(noon(1))
  return office.run()
}

describe('[ME3] who is booked by the shop', () => {
  test('is told so, and reminded a day before', async () => {
    const startsAt = aTime()
    const id = await booked(startsAt)
    expect(await story(id)).toEqual(['confirmation planned', 'reminder-day planned'])
    await sendAll()
    expect(await story(id)).toEqual(['confirmation sent', 'reminder-day planned'])
    expect(office.whatsapp.took).toHaveLength(1)
    office.setClock(addMinutes(startsAt, -24 * 60 - 1))
    await office.run()
    expect(office.whatsapp.took).toHaveLength(1)
    office.setClock(addMinutes(startsAt, -24 * 60))
    await office.run()
    expect(await story(id)).toEqual(['confirmation sent', 'reminder-day sent'])
    expect(office.whatsapp.took.map(({ to, kind }) => [to, kind])).toEqual([
      ['+905320000101', 'confirmation'],
      ['+905320000101', 'reminder-day'],
    ])
  })

  test('is told of a new time, and not of the old one any more', async () => {
    const [first, second] = [aTime(), aTime()]
    const id = await booked(first)
    await sendAll()
    await move(id, second)
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation', 'moved'])
    office.setClock(addMinutes(first, -24 * 60))
    await office.run()
    office.setClock(addMinutes(second, -24 * 60))
    await office.run()
    expect(await story(id)).toEqual([
      'confirmation sent',
      'reminder-day not-sent moved',
      'moved sent',
      'reminder-day sent',
    ])
  })

  test('[ME1] is told of the second of two moves that came in one breath', async () => {
    const [first, second, third] = [aTime(), aTime(), aTime()]
    const id = await booked(first)
    await sendAll()
    await apply(shop, shop.owner, [moving(id, second), moving(id, third)])
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation', 'moved'])
    const moves = (await office.messages(id)).filter(({ kind }) => kind === 'moved')
    const told = moves.find(({ state }) => state === 'sent')
    expect([moves.length, told?.about_at.toISOString()]).toEqual([2, third])
  })

  test('[ME3] is told nothing while the screen still lets the shop take it back', async () => {
    // For five seconds; by which channel it goes is not known yet.
    const secondsOf = async (id: Id) => {
      const rows = await sql`
        select kind, extract(epoch from due_at - created_at)::int as seconds from public.messages where subject = ${id} and kind not like 'reminder%'`
      return Object.fromEntries(rows.map(({ kind, seconds }) => [kind, seconds]))
    }
    const id = await booked(aTime())
    expect(await secondsOf(id)).toEqual({ confirmation: 8 })
    await sendAll()
    await move(id, aTime())
    await setStatus(id, 'cancelled')
    expect(await secondsOf(id)).toEqual({ confirmation: 8, moved: 8, cancelled: 8 })
    // What his own hand sends is his to hold back.
    await office.plan('own')
    expect(await secondsOf(await booked(aTime()))).toEqual({ confirmation: 0 })
  })

  test('is told once of what was moved there and back again before anybody sent it', async () => {
    const [first, second] = [aTime(), aTime()]
    const id = await booked(first)
    await move(id, second)
    await move(id, first)
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation'])
  })

  test('is told of nothing when it was called off before he was told', async () => {
    const id = await booked(aTime())
    await setStatus(id, 'cancelled')
    await sendAll()
    expect(office.whatsapp.took).toEqual([])
    expect(await story(id)).toEqual(['confirmation not-sent cancelled', 'reminder-day planned'])
  })

  test('is told that it was called off, once he knows of it', async () => {
    const id = await booked(aTime())
    await sendAll()
    await setStatus(id, 'cancelled')
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation', 'cancelled'])
  })

  test('is told nothing of a cancellation that was taken back at once', async () => {
    const id = await booked(aTime())
    await sendAll()
    await setStatus(id, 'cancelled')
    await setStatus(id, 'confirmed')
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation'])
    expect(await story(id)).toContain('cancelled not-sent undone')
  })

  test('[ME1] hears of a visit in two parts once', async () => {
    const startsAt = aTime()
    const parts = [partOf(shop, { startsAt }), partOf(shop, { startsAt: addMinutes(startsAt, 30) })]
    const visitId = newId()
    await apply(shop, shop.owner, [bookVisit(parts, { customerId: shop.customers[0], visitId })])
    expect(await story(visitId)).toEqual(['confirmation planned', 'reminder-day planned'])
  })

  test('hears of a series once', async () => {
    const seriesId = newId()
    const times = [aTime(), aTime(), aTime()]
    const ids: Id[] = []
    for (const startsAt of times) ids.push(await booked(startsAt, { seriesId }))
    await sendAll()
    expect(office.whatsapp.took).toHaveLength(1)
    expect(await story(ids[2]!)).toEqual(['reminder-day planned'])
  })

  test('who has no name and no number is told nothing', async () => {
    const id = await booked(aTime(), { customerId: null })
    expect(await story(id)).toEqual([])
  })
})

describe('[ME8] after a stop of three hours', () => {
  test('everything still ahead goes once, and nothing of what is past', async () => {
    await office.plan('whatsapp', { remind_day_before: false, remind_two_hours: true })
    day += 1
    const at = (hour: number) => wall(day, hour * 60)
    const [over, ahead, late] = [await booked(at(12)), await booked(at(14)), await booked(at(16))]
    await sendAll()
    expect(office.whatsapp.took).toHaveLength(3)
    // The reminders were due at 10, 12 and 14; the worker stood from before 10 until 13.
    office.setClock(at(13))
    await office.run()
    await office.run()
    expect((await story(over)).at(-1)).toBe('reminder-hours not-sent past')
    expect((await story(ahead)).at(-1)).toBe('reminder-hours sent')
    expect((await story(late)).at(-1)).toBe('reminder-hours planned')
    expect(office.whatsapp.took).toHaveLength(4)
  })

  test('of two reminders that became due meanwhile the later one goes', async () => {
    await office.plan('whatsapp', { remind_day_before: true, remind_two_hours: true })
    const startsAt = aTime()
    const id = await booked(startsAt)
    await sendAll()
    office.setClock(addMinutes(startsAt, -60))
    await office.run()
    expect(await story(id)).toEqual(['confirmation sent', 'reminder-day not-sent superseded', 'reminder-hours sent'])
  })
})

describe('[ME7] at night', () => {
  test('nothing goes from nine in the evening to nine in the morning', async () => {
    const id = await booked(aTime())
    const goes = async (minutes: number) => {
      office.setClock(wall(1, minutes))
      await office.run()
      return office.whatsapp.took.length
    }
    // As if it had been written by day and nobody had come by since, whenever this test runs.
    await sql`
      update private.message_queue q set next_at = now() from public.messages m
      where m.id = q.message_id and m.subject = ${id} and m.kind = 'confirmation'`
    expect(await goes(21 * 60)).toBe(0)
    expect(await goes(24 * 60)).toBe(0)
    expect(await goes(33 * 60 - 1)).toBe(0)
    expect(await goes(33 * 60)).toBe(1)
    expect((await story(id))[0]).toBe('confirmation sent')
  })

  test('[ME8] a reminder for it comes in the morning, or on the evening before', async () => {
    await office.plan('whatsapp', { remind_day_before: true, remind_two_hours: true })
    day += 1
    const dueOf = async (startsAt: Instant, kind: string) => {
      const rows = await office.messages(await booked(startsAt))
      return rows.find(row => row.kind === kind)?.due_at.toISOString()
    }
    // Two hours before half past nine is in the night, and nine is too near.
    expect(await dueOf(wall(day, 9 * 60 + 30), 'reminder-hours')).toBe(wall(day - 1, 20 * 60 + 45))
    expect(await dueOf(wall(day, 10 * 60 + 30), 'reminder-hours')).toBe(wall(day, 9 * 60))
    expect(await dueOf(wall(day, 8 * 60), 'reminder-day')).toBe(wall(day - 1, 9 * 60))
    expect(await dueOf(wall(day, 21 * 60 + 30), 'reminder-day')).toBe(wall(day, 9 * 60))
  })
})

test('[ME8] a morning visit that was moved is reminded of by its new time, though both are due on the same evening', async () => {
  await office.plan('whatsapp', { remind_day_before: false, remind_two_hours: true })
  day += 1
  const id = await booked(wall(day, 9 * 60 + 15))
  await sendAll()
  await move(id, wall(day, 9 * 60 + 45))
  await sendAll()
  office.setClock(wall(day - 1, 20 * 60 + 45))
  await office.run()
  const reminders = (await office.messages(id)).filter(({ kind }) => kind === 'reminder-hours')
  expect(reminders.map(row => [row.about_at.toISOString(), row.state]).sort()).toEqual([
    [wall(day, 9 * 60 + 15), 'not-sent'],
    [wall(day, 9 * 60 + 45), 'sent'],
  ])
})

describe('[ME9] by what a customer is not written to', () => {
  test('a number without WhatsApp gets a text message, and at once the next time', async () => {
    const id = await booked(aTime())
    office.whatsapp.faults.push({ outcome: 'next-channel', reason: 'no-whatsapp', block: 'no-whatsapp' })
    await sendAll()
    expect(office.sms.took.map(({ kind }) => kind)).toEqual(['confirmation'])
    expect((await office.messages(id))[0]).toMatchObject({ state: 'sent', channel: 'sms', reason: 'no-whatsapp' })
    await booked(aTime())
    await sendAll()
    expect(office.whatsapp.took).toEqual([])
    expect(office.sms.took).toHaveLength(2)
  })

  test('until he has another number; but who wants none gets none by any', async () => {
    const block = (channel: string, why: string) =>
      sql`insert into public.contact_blocks ${sql({ tenant_id: shop.id, customer_id: shop.customers[0], channel, why })}`
    await block('whatsapp', 'no-whatsapp')
    await block('sms', 'opted-out')
    await sql`update public.customers set phone_indexes = array_append(phone_indexes, 'other') where id = ${shop.customers[0]}`
    await booked(aTime())
    await sendAll()
    expect(office.whatsapp.took).toHaveLength(1)
    await block('whatsapp', 'opted-out')
    const id = await booked(aTime())
    await sendAll()
    expect((await office.messages(id))[0]).toMatchObject({ state: 'not-sent', channel: 'own', reason: 'opted-out' })
  })
})

test('[ME12] what goes beyond the cap of the month waits for the owner', async () => {
  await sql`delete from private.message_sendings where tenant_id = ${shop.id}`
  await office.plan('whatsapp', { monthly_cap: 2 })
  const ids: Id[] = []
  for (let i = 0; i < 3; i++) ids.push(await booked(aTime()))
  await sendAll()
  const channels = (await Promise.all(ids.map(id => office.messages(id)))).map(([first]) => [
    first!.channel,
    first!.state,
    first!.reason,
  ])
  expect(channels.filter(([channel]) => channel === 'whatsapp')).toHaveLength(2)
  expect(channels.filter(([channel]) => channel === 'own')).toEqual([['own', 'planned', 'cap']])
})

describe('[ME11] the owner’s own WhatsApp', () => {
  beforeEach(async () => {
    await office.plan('own')
  })
  const settle = (id: Id, outcome: string) => apply(shop, shop.staff, [command('messages.settle@1', { id, outcome })])

  test('waits until he has sent it', async () => {
    const id = await booked(aTime())
    await sendAll()
    const [first] = await office.messages(id)
    expect(first).toMatchObject({ channel: 'own', state: 'planned' })
    await settle(first!.id, 'sent')
    await settle(first!.id, 'sent')
    expect((await story(id))[0]).toBe('confirmation sent')
  })

  test('or says that it need not be sent, or it is of no use', async () => {
    const startsAt = aTime()
    const id = await booked(startsAt)
    await settle((await office.messages(id))[0]!.id, 'not-sent')
    office.setClock(startsAt)
    await office.run()
    expect(await story(id)).toEqual(['confirmation not-sent by-owner', 'reminder-day not-sent past'])
  })

  test('is done with when he gives out the link himself', async () => {
    const id = await booked(aTime())
    const link = { id: newId(), appointmentId: id, tokenHash: newId().replaceAll('-', '').repeat(2) }
    await apply(shop, shop.owner, [command('links.share@1', link)])
    expect((await story(id))[0]).toBe('confirmation sent')
  })

  test('gets what was meant for another channel when he changes his plan', async () => {
    await office.plan('whatsapp')
    const id = await booked(aTime())
    await office.plan('own')
    await sendAll()
    expect(office.whatsapp.took).toEqual([])
    expect((await office.messages(id))[0]).toMatchObject({ channel: 'own', state: 'planned' })
  })
})

test('[ME4] a message that failed by one channel goes by the new plan’s others, and not by that one again', async () => {
  await office.plan('whatsapp')
  const id = await booked(aTime())
  await sendAll()
  await office.hear(office.whatsapp.took[0]!.id, { state: 'failed', reason: 'withheld' })
  expect((await office.messages(id))[0]).toMatchObject({ state: 'planned', channel: 'own' })
  await office.plan('whatsapp-sms')
  await sendAll()
  expect([office.whatsapp.took.length, office.sms.took.length]).toEqual([1, 1])
  const [first] = await office.messages(id)
  expect(first).toMatchObject({ state: 'sent', channel: 'sms' })
  expect(await office.queue(first!.id)).toEqual([])
})
