import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { holidaysOf } from '@/lib/appointments/holidays'
import { open } from '@/lib/crypto/server/open'
import { seal } from '@/lib/crypto/server/seal'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { replyOf } from '@/lib/messages/reply-of'
import type { Inbound } from '@/lib/messages/server/webhooks/callback'
import {
  addCustomer,
  apply,
  bookVisit,
  command,
  fromNow,
  keyringFor,
  madeBy,
  openTwoShops,
  partOf,
  type Shop,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOfServer } from './connections'
import { openPostOffice, type PostOffice, serverRpc, wall } from './post-office'

// What customers answer, and whose turn a freed time is, on the real database (lib/messages/SPEC.md).

const sql = connect()
let shop: Shop
let other: Shop
let office: PostOffice
let back: typeof import('@/lib/messages/server/webhooks/work-callbacks')
let boxes: typeof import('@/lib/messages/server/webhooks/callback')
let recipientHash: (address: string) => string
let freed: typeof import('@/lib/booking/server/offer-freed')
/** Who is booked, and two who wait. */
let kemal: Id
let ali: Id
let veli: Id

// Numbers of which no other test of this database has heard.
const PHONES = [1, 2, 3].map(n => `+90533${randomInt(100_000, 999_999)}${n}`) as [string, string, string]

beforeAll(async () => {
  ;({ mehmet: shop, ayse: other } = await openTwoShops())
  office = await openPostOffice(shop)
  back = await import('@/lib/messages/server/webhooks/work-callbacks')
  boxes = await import('@/lib/messages/server/webhooks/callback')
  ;({ recipientHash } = await import('@/lib/messages/server/secrets'))
  freed = await import('@/lib/booking/server/offer-freed')
  const people = [0, 1, 2].map(n => addCustomer({ name: `Müşteri ${n}`, phones: [PHONES[n]], email: null, note: null }))
  await apply(shop, shop.owner, people)
  ;[kemal, ali, veli] = people.map(madeBy) as [Id, Id, Id]
  await apply(shop, shop.owner, [command('booking.set-rules@1', { id: shop.id, daysAhead: 365 })])
  // Open around the clock, so that these tests need not know what day it is.
  for (const table of ['working_hours', 'special_hours', 'time_off'])
    await sql`delete from public.${sql(table)} where tenant_id = ${shop.id}`
  for (let weekday = 1; weekday <= 7; weekday++)
    await apply(shop, shop.owner, [
      command('hours.set@1', { id: newId(), staffId: shop.chair, weekday, ranges: [[0, 1440]] }),
    ])
})
afterAll(() => office.close())
beforeEach(async () => {
  await office.plan('whatsapp', { remind_day_before: true, remind_two_hours: false, monthly_cap: 5000 })
  await sql`delete from private.message_queue where tenant_id = ${shop.id}`
  await sql`delete from private.message_sendings where tenant_id in ${sql([shop.id, other.id])}`
  await sql`delete from private.freed_times where tenant_id = ${shop.id}`
  await sql`delete from public.contact_blocks where tenant_id = ${shop.id}`
  await sql`update public.waiting_list set ended_at = now() where tenant_id = ${shop.id} and ended_at is null`
  await sql`update public.appointments set status = 'lapsed', status_at = now() where tenant_id = ${shop.id} and status = 'held'`
  office.setClock(null)
  office.whatsapp.took.length = 0
})

let day = 5
const noon = () => wall(1, 12 * 60)
/** Half past two in the afternoon of a day that no other test has, and that is no holiday. */
function aTime(): Instant {
  do day += 1
  while (holidaysOf(dayOf(wall(day, 0), 'Europe/Istanbul')).length > 0)
  return wall(day, 14 * 60 + 30)
}

const keyring = (tenantId: Id) => keyringFor(tenantId === shop.id ? shop.owner : other.owner, tenantId)
const work = (rpc = office.rpc) => back.workCallbacks({ rpc, keyring })

/** Somebody writes; what his provider calls us with is kept. Answers the provider's id of it. */
async function says(text: string | null, said: Partial<Inbound> & { payload?: string } = {}): Promise<string> {
  const { payload = null, ...rest } = said
  const providerId = rest.providerId ?? `SM${newId()}`
  const inbound: Inbound = {
    providerId,
    channel: 'whatsapp',
    phone: PHONES[0],
    userId: null,
    to: '+905000000000',
    text,
    reply: replyOf(text, payload),
    answers: null,
    ...rest,
  }
  await office.rpc('keep_callback', {
    p_provider: 'whatsapp',
    p_key: providerId,
    p_what: 'inbound',
    p_box: boxes.boxOf({ what: 'inbound', ...inbound }, 'whatsapp', providerId),
  })
  return providerId
}

/** And it is worked. Answers what became of it. */
async function answers(text: string | null, said: Parameters<typeof says>[1] = {}) {
  const id = await says(text, said)
  await work()
  return heard(id)
}

const heard = async (providerId: string) =>
  (
    await sql`
      select tenant_id, id, outcome, customer_id, message_id, appointment_id, handled_at, contact, text from public.inbound_messages where provider_id = ${providerId}`
  )[0]

async function booked(startsAt: Instant, visit: object = {}): Promise<Id> {
  const part = partOf(shop, { startsAt })
  await apply(shop, shop.owner, [bookVisit([part], { customerId: kemal, ...visit })])
  return part.id
}
async function sendAll(clock = noon()) {
  office.setClock(clock)
  await office.run()
  office.setClock(null)
}
/** Booked by the shop, and told of it. */
async function bookedAndTold(startsAt = aTime()): Promise<Id> {
  const id = await booked(startsAt)
  await sendAll()
  return id
}
/** The other shop has told the one with this number of a visit too, by the sender that both write by. */
async function elsewhereTold() {
  await sql`
    insert into private.message_sendings (message_id, tenant_id, channel, provider, provider_id, recipient_hash, sent_at)
    select id, tenant_id, 'whatsapp', 'whatsapp', ${newId()}, ${recipientHash(PHONES[0])}, ${addMinutes(noon(), 1)} from public.messages
    where id = ${other.message}`
}
const statusOf = async (id: Id) =>
  (await sql`select status, customer_confirmed_at from public.appointments where id = ${id}`)[0]!
const story = async (id: Id) => (await office.messages(id)).map(({ kind, state }) => `${kind} ${state}`)

describe('[ME15] a customer who was told of his visit', () => {
  test('confirms it by the button, and the shop reads so', async () => {
    const id = await bookedAndTold()
    const answer = await answers('Geliyorum', { payload: 'confirm', answers: office.whatsapp.took[0]!.id })
    expect(answer).toMatchObject({ outcome: 'confirmed', customer_id: kemal, appointment_id: id })
    expect(answer!.handled_at).not.toBeNull()
    expect((await statusOf(id)).customer_confirmed_at).not.toBeNull()
  })

  test('confirms it by a word, found by his number', async () => {
    const id = await bookedAndTold()
    expect(await answers('Evet')).toMatchObject({ outcome: 'confirmed', appointment_id: id })
  })

  test('cancels it by a word, is told so, and by nobody else’s hand', async () => {
    const id = await bookedAndTold()
    expect(await answers('İPTAL!')).toMatchObject({ outcome: 'cancelled' })
    expect((await statusOf(id)).status).toBe('cancelled')
    await sendAll(addMinutes(noon(), 1))
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation', 'cancelled'])
    const [event] =
      await sql`select actor from public.appointment_events where appointment_id = ${id} and status = 'cancelled'`
    expect(event!.actor).toBe('customer')
    expect(await answers('iptal')).toMatchObject({ outcome: 'note' }) // he answers the word that it was called off
  })

  test('[AP17] cancels too late: it stands, he is told so, and the owner reads it', async () => {
    await apply(shop, shop.owner, [command('booking.set-rules@1', { id: shop.id, cancelNoticeMinutes: 120 })])
    const startsAt = fromNow(90)
    const id = await booked(startsAt)
    // As if he had been told, whatever the hour.
    await sql`
      insert into private.message_sendings (message_id, tenant_id, channel, provider, provider_id, recipient_hash, sent_at)
      select id, tenant_id, 'whatsapp', 'whatsapp', ${newId()}, ${recipientHash(PHONES[0])}, now() from public.messages where subject = ${id} and kind = 'confirmation'`
    const answer = await answers('iptal')
    expect(answer).toMatchObject({ outcome: 'too-late', handled_at: null })
    expect((await statusOf(id)).status).toBe('confirmed')
    expect(await story(id)).toContain('too-late planned')
    await apply(shop, shop.owner, [
      command('booking.set-rules@1', { id: shop.id, cancelNoticeMinutes: 0 }),
      command('appointments.set-status@1', { id, status: 'cancelled' }),
    ])
  })

  test('answers a message of a time that is no more: a person reads it', async () => {
    const [first, second] = [aTime(), aTime()]
    const id = await bookedAndTold(first)
    const move = { id, staffId: shop.chair, startsAt: second, endsAt: addMinutes(second, 30) }
    await apply(shop, shop.owner, [command('appointments.move@2', { moves: [move] })])
    const answer = await answers('İptal et', { payload: 'cancel', answers: office.whatsapp.took[0]!.id })
    expect(answer).toMatchObject({ outcome: 'note', handled_at: null })
    expect((await statusOf(id)).status).toBe('confirmed')
  })

  test('writes what no rule understands: a note, which only the shop can read', async () => {
    await bookedAndTold()
    const note = await answers('Biraz geç kalabilirim, olur mu?')
    expect(note).toMatchObject({ outcome: 'note', handled_at: null, customer_id: kemal })
    const keys = await keyring(shop.id)
    const place = { tenantId: shop.id, table: 'inbound_messages', rowId: note!.id }
    expect(open(note!.text, { ...place, column: 'text' }, keys).text).toBe('Biraz geç kalabilirim, olur mu?')
    expect(open(note!.contact, { ...place, column: 'contact' }, keys).text).toBe(PHONES[0])
    await apply(shop, shop.staff, [command('messages.handle@1', { id: note!.id })])
    expect((await heard(await says(null)))?.id).toBeUndefined()
    expect(
      (await sql`select handled_at from public.inbound_messages where id = ${note!.id}`)[0]!.handled_at,
    ).not.toBeNull()
  })

  test('types a word that may be meant for either of two visits: nobody guesses which, and a button still says it', async () => {
    const visits = [await bookedAndTold(), await bookedAndTold()]
    expect(await answers('iptal')).toMatchObject({ outcome: 'note', customer_id: kemal, message_id: null })
    for (const id of visits) expect((await statusOf(id)).status).toBe('confirmed')
    const [older] = office.whatsapp.took
    expect(await answers('İptal et', { payload: 'cancel', answers: older!.id })).toMatchObject({ outcome: 'cancelled' })
    expect(await Promise.all(visits.map(async id => (await statusOf(id)).status))).toEqual(['cancelled', 'confirmed'])
  })

  test('types a word that may be meant for either of two shops: neither loses its visit', async () => {
    const id = await bookedAndTold()
    await elsewhereTold()
    expect(await answers('iptal')).toMatchObject({ outcome: 'note', message_id: null, tenant_id: other.id })
    expect((await statusOf(id)).status).toBe('confirmed')
    expect((await statusOf(other.appointment)).status).toBe('confirmed')
    // Who has one visit left means that one.
    await sql`update public.appointments set status = 'cancelled' where id = ${other.appointment}`
    await sql`update private.message_sendings set sent_at = now() - interval '1 hour' where tenant_id = ${other.id}`
    expect(await answers('iptal')).toMatchObject({ outcome: 'cancelled', appointment_id: id })
    await sql`update public.appointments set status = 'confirmed' where id = ${other.appointment}`
  })

  test('after three days answers nothing any more: a person reads it', async () => {
    const id = await bookedAndTold()
    await sql`update private.message_sendings set sent_at = now() - interval '4 days' where tenant_id = ${shop.id}`
    expect(await answers('iptal')).toMatchObject({ outcome: 'note', customer_id: kemal, message_id: null })
    expect((await statusOf(id)).status).toBe('confirmed')
  })

  test('is known by his WhatsApp id where his number is not told, from the first answer on', async () => {
    const id = await bookedAndTold()
    const hidden = { phone: null, userId: 'TR.1a2b3c' }
    const tap = { payload: 'confirm', answers: office.whatsapp.took[0]!.id, ...hidden }
    const answer = await answers('Geliyorum', tap)
    expect(answer).toMatchObject({ outcome: 'confirmed', appointment_id: id })
    const place = { tenantId: shop.id, table: 'inbound_messages', column: 'contact', rowId: answer!.id }
    expect(open(answer!.contact, place, await keyring(shop.id)).text).toBe('TR.1a2b3c')
    expect(await answers('iptal', hidden)).toMatchObject({ outcome: 'cancelled', customer_id: kemal })
  })

  test('of whom nobody here has heard is kept nowhere', async () => {
    expect(await answers('merhaba', { phone: '+905390000999' })).toBeUndefined()
    const [kept] = await sql`select box from private.callbacks order by heard_at desc limit 1`
    expect(kept!.box).toBeNull()
  })
})

describe('[ME9] who answers RET', () => {
  test('gets nothing by that channel from then on, for any purpose, until he wants it again', async () => {
    const id = await bookedAndTold()
    expect(await answers('RET')).toMatchObject({ outcome: 'opted-out', handled_at: null })
    const blocks = await sql`
      select channel, purpose, why from public.contact_blocks where tenant_id = ${shop.id} and lifted_at is null order by purpose`
    expect(blocks.map(row => Object.values(row).join(' '))).toEqual([
      'whatsapp promotion opted-out',
      'whatsapp transactional opted-out',
    ])
    const later = aTime()
    await apply(shop, shop.owner, [
      command('appointments.move@2', {
        moves: [{ id, staffId: shop.chair, startsAt: later, endsAt: addMinutes(later, 30) }],
      }),
    ])
    await sendAll()
    expect(office.whatsapp.took.map(({ kind }) => kind)).toEqual(['confirmation'])
    const moved = (await office.messages(id)).find(({ kind }) => kind === 'moved')
    expect(moved).toMatchObject({ state: 'not-sent', channel: 'own', reason: 'opted-out' })

    expect(await answers('BAŞLA')).toMatchObject({ outcome: 'opted-in' })
    const left = await sql`select purpose from public.contact_blocks where tenant_id = ${shop.id} and lifted_at is null`
    expect(left.map(({ purpose }) => purpose)).toEqual(['promotion']) // that he has not asked for
  })

  test('is heard by every shop that wrote to him by the same sender, on every card with his number', async () => {
    const card = addCustomer({ name: 'Kemal yine', phones: [PHONES[0]], email: null, note: null })
    await apply(shop, shop.owner, [card])
    await bookedAndTold()
    await elsewhereTold()
    const blocked = async () => {
      const rows = await sql`
        select customer_id from public.contact_blocks
        where tenant_id in ${sql([shop.id, other.id])} and channel = 'whatsapp' and purpose = 'transactional' and lifted_at is null`
      return rows.map(({ customer_id }) => customer_id).toSorted()
    }
    const id = await says('RET')
    await work()
    const heardBy =
      await sql`select tenant_id from public.inbound_messages where provider_id = ${id} and outcome = 'opted-out'`
    expect(heardBy.map(({ tenant_id }) => tenant_id).toSorted()).toEqual([shop.id, other.id].toSorted())
    expect(await blocked()).toEqual([kemal, madeBy(card), other.customers[0]].toSorted())

    // Not by one that writes by its own: that is another sender to him.
    await sql`delete from public.contact_blocks where tenant_id in ${sql([shop.id, other.id])} and channel = 'whatsapp'`
    const own = `+90555${randomInt(1_000_000, 9_999_999)}`
    await sql`update public.message_settings set whatsapp_sender = ${own} where tenant_id = ${other.id}`
    await sql`update private.message_sendings set sent_at = now() - interval '1 hour' where tenant_id = ${other.id}`
    await answers('RET')
    expect(await blocked()).toEqual([kemal, madeBy(card)].toSorted())
    await sql`update public.message_settings set whatsapp_sender = null where tenant_id = ${other.id}`
  })

  test('wants none as whoever he turns out to be, though that one had changed his mind', async () => {
    await office.plan('own')
    const doubled = addCustomer({ name: 'Kemal Bey', phones: [PHONES[0]], email: null, note: null })
    await apply(shop, shop.owner, [doubled])
    const block = (customerId: Id, wanted: boolean) =>
      command('messages.set-block@1', {
        id: newId(),
        customerId,
        channel: 'whatsapp',
        purpose: 'transactional',
        wanted,
      })
    await apply(shop, shop.owner, [block(kemal, false), block(kemal, true), block(madeBy(doubled), false)])
    const id = await booked(aTime())
    expect(await story(id)).toContain('confirmation planned')
    const one = { id: kemal, mergedId: madeBy(doubled), name: 'Kemal', phones: [PHONES[0]], email: null, note: null }
    await apply(shop, shop.owner, [command('customers.merge@1', one)])
    const blocks =
      await sql`select customer_id from public.contact_blocks where customer_id = ${kemal} and lifted_at is null`
    expect(blocks).toHaveLength(1)
    expect((await office.messages(id))[0]).toMatchObject({ state: 'not-sent', reason: 'opted-out' })
  })

  test('by word of mouth is written down by the owner, and taken back', async () => {
    const block = { customerId: kemal, channel: 'whatsapp', purpose: 'transactional' }
    await apply(shop, shop.owner, [command('messages.set-block@1', { id: newId(), ...block, wanted: false })])
    await bookedAndTold()
    expect(office.whatsapp.took).toEqual([])
    await apply(shop, shop.owner, [command('messages.set-block@1', { id: newId(), ...block, wanted: true })])
    office.whatsapp.took.length = 0
    await bookedAndTold()
    expect(office.whatsapp.took).toHaveLength(1)
  })
})

test('[ME9] who does not want WhatsApp is not written to from the owner’s own either, nor is what waited for him', async () => {
  await office.plan('own')
  const id = await booked(aTime())
  expect(await story(id)).toContain('confirmation planned')
  const block = { id: newId(), customerId: kemal, channel: 'whatsapp', purpose: 'transactional', wanted: false }
  await apply(shop, shop.owner, [command('messages.set-block@1', block)])
  const later = await booked(aTime())
  office.setClock(wall(200, 12 * 60)) // when all of them are past
  await office.run()
  for (const one of [id, later])
    for (const row of await office.messages(one)) expect(row).toMatchObject({ state: 'not-sent', reason: 'opted-out' })
})

describe('[ME14] what a provider calls about', () => {
  test('twice is done once', async () => {
    const id = await bookedAndTold()
    const first = await says('iptal')
    await says('iptal', { providerId: first })
    await Promise.all([work(), work()])
    await says('iptal', { providerId: first })
    await work()
    expect(await sql`select from public.inbound_messages where provider_id = ${first}`).toHaveLength(1)
    expect((await office.messages(id)).filter(({ kind }) => kind === 'cancelled')).toHaveLength(1)
    const [count] =
      await sql`select n::int from private.callback_counts where provider = 'whatsapp' and outcome = 'replayed'`
    expect(count!.n).toBeGreaterThanOrEqual(2)
  })

  test('is done once by whoever finds it after a worker died with it', async () => {
    await bookedAndTold()
    const id = await says('evet')
    const dying = async (name: string, args: object) => {
      if (name === 'end_callback') throw new Error('killed')
      return office.rpc(name, args as Record<string, unknown>)
    }
    await expect(work(dying as never)).rejects.toThrow('killed')
    expect(await heard(id)).toMatchObject({ outcome: 'confirmed' })
    await sql`update private.callbacks set next_at = now() where box is not null`
    await work()
    expect(await sql`select from public.inbound_messages where provider_id = ${id}`).toHaveLength(1)
    expect(await sql`select from private.callbacks where box is not null`).toHaveLength(0)
  })

  test('of a message that we have not written down yet finds it later', async () => {
    const id = await says('Geliyorum', { payload: 'confirm', answers: 'not-yet', phone: '+905390000998' })
    await work()
    expect(await heard(id)).toBeUndefined()
    await bookedAndTold()
    await sql`update private.message_sendings set provider_id = 'not-yet' where tenant_id = ${shop.id}`
    await sql`update private.callbacks set next_at = now() where box is not null`
    await work()
    expect(await heard(id)).toMatchObject({ outcome: 'confirmed' })
  })

  test('[ME6] of one message, doubled and in any order, leaves the best that is known', async () => {
    const id = await bookedAndTold()
    const providerId = office.whatsapp.took[0]!.id
    for (const state of ['read', 'sent', 'delivered', 'read', 'delivered'] as const) {
      const box = boxes.boxOf({ what: 'status', providerId, status: { state } }, 'whatsapp', `${providerId} ${state}`)
      const callback = { p_provider: 'whatsapp', p_key: `${providerId} ${state}`, p_what: 'status', p_box: box }
      await office.rpc('keep_callback', callback)
      await work()
    }
    expect(await story(id)).toContain('confirmation read')
  })

  test('lies in no form in which the database could read it', async () => {
    await says('Gizli bir söz', { phone: '+905390000777' })
    const rows = await sql`select t::text as row from private.callbacks t`
    const everything = rows.map(({ row }) => row).join('\n')
    expect(rows.length).toBeGreaterThan(0)
    expect(everything).not.toMatch(/5390000777|Gizli/)
    await work()
  })
})

test('[ME3] whose request nobody answered is told so when its time is up, once, though nobody writes in the book', async () => {
  const startsAt = aTime()
  const visitId = newId()
  const parts = [partOf(shop, { startsAt }), partOf(shop, { startsAt: addMinutes(startsAt, 30) })]
  // As the shop's page writes it down.
  const request = { customerId: kemal, visitId, status: 'requested', lapsesAt: wall(2, 12 * 60) }
  await sql`select private.write_visit(${shop.id}, ${sql.json(parts)}, ${sql.json(request)}, now())`
  await sendAll()
  const round = (clock: Instant) =>
    freed.offerFreed({ rpc: office.rpc, channels: ['whatsapp'], now: clock, clock, tenantId: shop.id })
  await round(wall(2, 12 * 60 - 1))
  expect((await statusOf(parts[0]!.id)).status).toBe('requested')
  await round(wall(2, 12 * 60))
  await sendAll(wall(2, 12 * 60 + 1))
  expect(office.whatsapp.took.map(({ kind, text }) => [kind, text.includes('14:30')])).toEqual([
    ['request-received', true],
    ['declined', true],
  ])
  expect(await story(visitId)).toEqual(['request-received sent', 'declined sent'])
})

describe('[ME16] a time that a customer lets go', () => {
  const offer = (clock = noon(), rpc = office.rpc) =>
    freed.offerFreed({ rpc, channels: ['whatsapp'], now: clock, clock, tenantId: shop.id })

  async function waits(customerId: Id, startsAt: Instant, createdAt = fromNow(0)): Promise<Id> {
    const on = dayOf(startsAt, 'Europe/Istanbul')
    const fromMinute = (Date.parse(startsAt) - Date.parse(instantAt(on, 0, 'Europe/Istanbul'))) / 60_000
    const minutes = { fromMinute, toMinute: fromMinute + 45 } // as long as it takes in this chair
    const wish = { customerId, serviceId: shop.service, staffId: null, fromDay: on, toDay: on, ...minutes }
    const made = command('waiting.add@1', { id: newId(), ...wish }, createdAt)
    await apply(shop, shop.owner, [made])
    return madeBy(made)
  }
  /** One is booked and told; two wait for his time; he cancels. */
  async function letGo(startsAt = aTime()) {
    // What is left from before would go in the same moment: on a real clock it has gone.
    await sql`delete from private.message_queue where tenant_id = ${shop.id}`
    await sql`delete from private.message_sendings where tenant_id = ${shop.id}`
    await bookedAndTold(startsAt)
    const [first, second] = [await waits(ali, startsAt, fromNow(-2)), await waits(veli, startsAt, fromNow(-1))]
    expect(await answers('iptal')).toMatchObject({ outcome: 'cancelled' })
    office.whatsapp.took.length = 0
    return { startsAt, first, second }
  }
  const offers = (startsAt: Instant) => sql`
    select id, status, waiting_id, customer_id from public.appointments
    where tenant_id = ${shop.id} and starts_at = ${startsAt} and waiting_id is not null order by created_at, id`
  const minutesLater = (minutes: number) => addMinutes(noon(), minutes)
  const takes = (n: 1 | 2, said: Parameters<typeof says>[1] = {}) => answers('Alıyorum', { phone: PHONES[n], ...said })

  test('is offered to who has waited longest, and is his when he says so', async () => {
    const { startsAt, first } = await letGo()
    await offer()
    expect(await offers(startsAt)).toMatchObject([{ status: 'held', waiting_id: first }])
    await sendAll()
    expect(office.whatsapp.took.map(({ kind, to }) => [kind, to])).toContainEqual(['slot-offer', PHONES[1]])
    expect(await takes(1)).toMatchObject({ outcome: 'accepted' })
    expect(await offers(startsAt)).toMatchObject([{ status: 'confirmed', customer_id: ali }])
    await offer(minutesLater(30))
    expect(await offers(startsAt)).toHaveLength(1)
  })

  test('goes to the next when its minutes are over, and to the next at once when he does not want it', async () => {
    const { startsAt, first, second } = await letGo()
    await offer()
    await sendAll()
    await offer(minutesLater(5))
    expect(await offers(startsAt)).toHaveLength(1)
    await offer(minutesLater(11))
    expect(await offers(startsAt)).toMatchObject([
      { status: 'lapsed', waiting_id: first },
      { status: 'held', waiting_id: second },
    ])
    await sendAll(minutesLater(11))
    expect(await takes(1)).toMatchObject({ outcome: 'too-late', handled_at: null })
    expect(await answers('hayır', { phone: PHONES[2] })).toMatchObject({ outcome: 'declined' })
    await offer(minutesLater(12))
    expect((await offers(startsAt)).filter(({ status }) => status === 'held')).toHaveLength(0)
    await sendAll(minutesLater(12))
    expect(office.whatsapp.took.map(({ kind, to }) => [kind, to])).toContainEqual(['offer-gone', PHONES[1]])
  })

  test('is asked of nobody at night, nor by a shop whose owner writes himself, nor of who wants no messages', async () => {
    const { startsAt } = await letGo()
    await offer(wall(1, 23 * 60))
    expect(await offers(startsAt)).toHaveLength(0)
    await sql`
      insert into public.contact_blocks (tenant_id, customer_id, channel, why) values (${shop.id}, ${ali}, 'whatsapp', 'opted-out')`
    await offer(wall(2, 9 * 60))
    expect(await offers(startsAt)).toMatchObject([{ customer_id: veli }])

    const own = await letGo()
    await office.plan('own')
    await offer()
    expect(await offers(own.startsAt)).toHaveLength(0)
  })

  test('is asked of nobody whom this Siftah has no channel to, nor when the shop’s month is used up', async () => {
    const { startsAt } = await letGo()
    await freed.offerFreed({ rpc: office.rpc, channels: ['sms'], now: noon(), clock: noon(), tenantId: shop.id })
    expect(await offers(startsAt)).toHaveLength(0)

    const late = await letGo()
    await office.plan('whatsapp', { monthly_cap: 0 })
    await offer()
    expect(await offers(late.startsAt)).toHaveLength(0)
  })

  test('that the shop itself called off is left to the shop', async () => {
    const startsAt = aTime()
    const id = await bookedAndTold(startsAt)
    await waits(ali, startsAt)
    await apply(shop, shop.owner, [command('appointments.set-status@1', { id, status: 'cancelled' })])
    await offer()
    expect(await offers(startsAt)).toHaveLength(0)
  })

  test('is offered once by any number of workers', async () => {
    const { startsAt } = await letGo()
    const line = connectionsOfServer(4)
    await Promise.all(Array.from({ length: 4 }, () => offer(noon(), serverRpc(line))))
    await line.end()
    expect(await offers(startsAt)).toHaveLength(1)
  })

  test('[AP12] taken by two at once is one’s, fifty times', async () => {
    const line = connectionsOfServer(8)
    const rpc = serverRpc(line)
    const keys = await keyring(shop.id)
    let latest = aTime()
    const winners = new Set<Id>()
    for (let race = 0; race < 50; race++) {
      const startsAt = race % 6 ? addMinutes(latest, 60) : aTime()
      latest = startsAt
      // Both were asked, one after the other; the minutes of both are over, and the time is still free.
      for (const waitingId of [await waits(ali, startsAt), await waits(veli, startsAt)]) {
        const part = partOf(shop, { startsAt })
        expect(
          await rpc('offer_freed', {
            p_tenant: shop.id,
            p_channels: ['whatsapp'],
            p_offer: { waitingId, lapsesAt: fromNow(10), part },
          }),
        ).toBe(true)
        await sql`update public.appointments set status = 'lapsed', status_at = now() where id = ${part.id}`
      }
      const messages = await sql`
        select m.id, m.customer_id from public.messages m join public.appointments a on a.id = m.appointment_id
        where a.starts_at = ${startsAt} and m.kind = 'slot-offer' order by m.created_at`
      expect(messages).toHaveLength(2)
      const accept = (n: 0 | 1) => {
        const id = newId()
        const place = { tenantId: shop.id, table: 'inbound_messages', column: 'contact', rowId: id }
        return rpc<string>('hear_inbound', {
          p_inbound: {
            ...{ id, tenantId: shop.id, messageId: messages[n]!.id, customerId: null, phoneIndex: null, text: null },
            ...{ channel: 'whatsapp', provider: 'race', providerId: id, hashes: [`race-${n}`], reply: 'accept' },
            contact: seal(PHONES[n + 1]!, place, keys.current),
          },
        })
      }
      const outcomes = await Promise.all(race % 2 ? [accept(0), accept(1)] : [accept(1), accept(0)])
      expect(outcomes.sort()).toEqual(['accepted', 'too-late'])
      const standing = await sql`
        select customer_id from public.appointments where tenant_id = ${shop.id} and starts_at = ${startsAt} and status = 'confirmed'`
      expect(standing).toHaveLength(1)
      winners.add(standing[0]!.customer_id)
      await sql`update public.waiting_list set ended_at = now() where tenant_id = ${shop.id} and ended_at is null`
    }
    await line.end()
    expect(winners).toEqual(new Set([ali, veli])) // or it was no race
  }, 120_000)
})
