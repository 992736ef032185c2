import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bookAppointment } from '@/lib/appointments/commands/book-appointment'
import { setStatus } from '@/lib/appointments/commands/set-status'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { addCustomer } from '@/lib/customers/add-customer'
import { editCustomer } from '@/lib/customers/edit-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { newId } from '@/lib/kernel/id'
import { exchange, type Transport, Unreachable } from '@/lib/sync/browser/exchange'
import {
  dismissRefused,
  outboxFile,
  outboxForFile,
  refusedCommands,
  sendAgain,
  unconfirmedRows,
  waitingCommands,
} from '@/lib/sync/browser/outbox'
import { prune } from '@/lib/sync/browser/prune'
import { send } from '@/lib/sync/browser/send'
import { PROTOCOL } from '@/lib/sync/protocol'
import { asUser, connect } from '@/tests/support/database'
import { openWorld, type Phone, type World } from '@/tests/support/sync-world'

const sql = connect()
let world: World
let mehmet: Phone
let tablet: Phone

beforeEach(async () => {
  world = await openWorld()
  mehmet = world.phone()
  tablet = world.phone()
  await mehmet.deliver()
  await tablet.deliver()
})

const person = (name: string) => ({ id: newId(), name, phones: ['+905320001122'], email: null, note: null })
const booking = (hour = 10) => {
  const at = (minute: number) =>
    `2026-11-23T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`
  const seat = { staffId: world.staff[0]!, serviceId: world.serviceId, customerId: null }
  return { id: newId(), ...seat, startsAt: at(0), endsAt: at(30), price: 40_000, note: null }
}
const names = async (phone: Phone) => (await phone.tab().table('customers').toArray()).map(({ name }) => name)

test('[SY10] what a person does is shown at once, with no network, and waits in the outbox', async () => {
  const ahmet = person('Ahmet')
  await mehmet.do(addCustomer, ahmet)
  expect(await names(mehmet)).toEqual(['Ahmet'])
  expect(await waitingCommands(mehmet.tab())).toMatchObject([{ name: 'customers.add@1', args: ahmet }])
  expect(await unconfirmedRows(mehmet.tab())).toEqual(new Set([`customers/${ahmet.id}`]))
})

test('[SY10] an act that dies halfway has not happened at all', async () => {
  for (let n = 1; n <= 3; n++) {
    mehmet.dieAtWrite(n)
    await mehmet.do(addCustomer, person('Yarım'))
    expect(await names(mehmet)).toEqual([])
    expect(await mehmet.tab().outbox.count()).toBe(0)
    expect(await mehmet.tab().shadows.count()).toBe(0)
  }
})

test('[SY4] an answer that gets lost is asked for again, and the act still happens once', async () => {
  await mehmet.do(addCustomer, person('Ahmet'))
  await mehmet.deliver('lost-answer')
  expect(await waitingCommands(mehmet.tab())).toHaveLength(1)
  const [done] = await sql`select count(*)::int from public.customers where tenant_id = ${world.tenantId}`
  expect(done).toEqual({ count: 1 })

  await mehmet.deliver()
  expect(await waitingCommands(mehmet.tab())).toEqual([])
  expect(await sql`select id from public.customers where tenant_id = ${world.tenantId}`).toHaveLength(1)
})

test('[SY11] an answer during which the phone dies is taken whole or not at all', async () => {
  await tablet.do(addCustomer, person('Ahmet'))
  await tablet.do(addCustomer, person('Veli'))
  await tablet.deliver()
  await mehmet.do(addCustomer, person('Kendi'))
  const before = (await mehmet.tab().standings.get('standing'))?.cursor?.at
  for (let write = 1; (await mehmet.tab().standings.get('standing'))?.cursor?.at === before; write++) {
    expect(await names(mehmet)).toEqual(['Kendi'])
    expect(await mehmet.tab().outbox.count()).toBe(1)
    mehmet.dieAtWrite(write)
    await mehmet.deliver()
  }
  expect((await names(mehmet)).sort()).toEqual(['Ahmet', 'Kendi', 'Veli'])
  expect(await mehmet.tab().outbox.count()).toBe(0)
})

test('[SY12] a confirmed act stays shown, and other phones see it', async () => {
  await mehmet.do(addCustomer, person('Ahmet'))
  await mehmet.deliver()
  await tablet.deliver()
  expect(await names(mehmet)).toEqual(['Ahmet'])
  expect(await names(tablet)).toEqual(['Ahmet'])
  expect(await unconfirmedRows(mehmet.tab())).toEqual(new Set())
})

test('[SY12] news about a row does not hide what this phone has changed on it since', async () => {
  const ahmet = person('Ahmet')
  await mehmet.do(addCustomer, ahmet)
  await mehmet.deliver()
  await tablet.deliver()

  await mehmet.do(editCustomer, { id: ahmet.id, name: 'Ahmet Usta' })
  await tablet.do(editCustomer, { id: ahmet.id, note: 'Çayı demli' })
  await tablet.deliver()
  await mehmet.deliver('lost-request')
  expect(await mehmet.tab().table('customers').get(ahmet.id)).toMatchObject({ name: 'Ahmet Usta', note: null })

  await mehmet.deliver()
  await tablet.deliver()
  for (const phone of [mehmet, tablet])
    expect(await phone.tab().table('customers').get(ahmet.id)).toMatchObject({ name: 'Ahmet Usta', note: 'Çayı demli' })
})

test('[SY12] an accepted act is shown without a gap until the page that holds its truth arrives', async () => {
  // More news than one page holds lie between this phone's cursor and its own act.
  for (let chunk = 0; chunk < 6; chunk++) {
    const created = Array.from({ length: 200 }, (_, i) => ({ ...person(`Müşteri ${chunk}-${i}`) }))
    await tablet.do(importCustomers, { importId: newId(), created, merged: [] })
  }
  await tablet.deliver()
  const ahmet = person('Ahmet')
  await mehmet.do(addCustomer, ahmet)

  const seen: (string | undefined)[] = []
  const { tenantId, userId } = world
  await exchange(mehmet.tab(), { tenantId, userId }, async request => {
    seen.push((await mehmet.tab().table('customers').get(ahmet.id))?.name)
    return mehmet.carry(request, 'none')
  })
  expect(seen.length).toBeGreaterThan(1)
  expect(new Set(seen)).toEqual(new Set(['Ahmet']))
  expect((await names(mehmet)).length).toBe(1201)
})

test('[SY13] of two phones that book one chair offline the second is told why, and nothing of his is lost', async () => {
  const [first, second] = [booking(), booking()]
  await mehmet.do(bookAppointment, first)
  await tablet.do(bookAppointment, second)
  await mehmet.deliver()
  await tablet.deliver()

  expect((await tablet.tab().table('appointments').toArray()).map(({ id }) => id)).toEqual([first.id])
  const [card] = await refusedCommands(tablet.tab())
  expect(card).toMatchObject({ name: 'appointments.book@1', reason: 'slot-taken', args: second })

  tablet.restart()
  expect(await refusedCommands(tablet.tab())).toHaveLength(1)
  await dismissRefused(tablet.tab(), card!.seq!)
  expect(await refusedCommands(tablet.tab())).toEqual([])
})

test('[SY13] a refused act can be tried again once its reason is gone', async () => {
  const [first, second] = [booking(), booking()]
  await mehmet.do(bookAppointment, first)
  await tablet.do(bookAppointment, second)
  await mehmet.deliver()
  await tablet.deliver()
  await mehmet.do(setStatus, { id: first.id, status: 'cancelled' })
  await mehmet.deliver()

  const [card] = await refusedCommands(tablet.tab())
  await sendAgain(tablet.tab(), card!.seq!)
  await tablet.deliver()
  expect(await tablet.tab().outbox.count()).toBe(0)
  expect(await tablet.tab().table('appointments').get(second.id)).toMatchObject({ status: 'confirmed' })
})

test('[SY5] a refused act does not hold up those behind it', async () => {
  await mehmet.do(bookAppointment, booking())
  await mehmet.deliver()
  await tablet.do(bookAppointment, booking())
  await tablet.do(addCustomer, person('Arkadaki'))
  await tablet.deliver()
  await mehmet.deliver()
  expect(await names(mehmet)).toEqual(['Arkadaki'])
})

test('[SY14] commands are sent in the order they were made, however many', async () => {
  const ahmet = person('Ahmet 0')
  await mehmet.do(addCustomer, ahmet)
  for (let n = 1; n <= 120; n++) await mehmet.do(editCustomer, { id: ahmet.id, name: `Ahmet ${n}` })
  await mehmet.do(bookAppointment, { ...booking(), customerId: ahmet.id })
  await mehmet.deliver()
  await tablet.deliver()
  expect(await mehmet.tab().outbox.count()).toBe(0)
  expect(await names(tablet)).toEqual(['Ahmet 120'])
})

test('[SY8] a member whose rights change sees the shop afresh, and what he had not sent still goes', async () => {
  const accounts = (await mehmet.tab().table('accounts').toArray()) as { id: string; kind: string }[]
  const [from, to] = ['income', 'cash'].map(kind => accounts.find(account => account.kind === kind)!.id)
  await mehmet.do(recordTransfer, {
    id: newId(),
    fromAccountId: from!,
    toAccountId: to!,
    amount: 5_000,
    appointmentId: null,
    note: null,
  })
  await mehmet.deliver()
  await mehmet.do(addCustomer, person('Henüz gitmedi'))

  const other =
    await sql`insert into auth.users (id, email) values (${newId()}, ${`${newId()}@ornek.test`}) returning id`
  await sql`insert into public.memberships (tenant_id, user_id, role, name) values (${world.tenantId}, ${other[0]!.id}, 'owner', 'Ortak')`
  await sql`update public.memberships set role = 'staff' where tenant_id = ${world.tenantId} and user_id = ${world.userId}`
  await sql`update public.transfers set created_by = ${other[0]!.id} where tenant_id = ${world.tenantId}`
  await mehmet.deliver()

  expect(await mehmet.tab().table('transfers').count()).toBe(0)
  expect(await names(mehmet)).toEqual(['Henüz gitmedi'])
  expect(await mehmet.tab().outbox.count()).toBe(0)
})

test('[SY8] after the database was restored from a backup, a phone does not keep what the backup has not', async () => {
  await mehmet.do(addCustomer, person('Yedekten sonra'))
  await mehmet.deliver()
  await sql`delete from public.customers where tenant_id = ${world.tenantId}`
  await sql`update private.revs set epoch = gen_random_uuid() where tenant_id = ${world.tenantId}`
  await mehmet.deliver()
  expect(await names(mehmet)).toEqual([])
})

test('[SY19] a phone that begins anew keeps its shop while the line drops again and again, and then has the new one', async () => {
  // More than two pages hold.
  for (let chunk = 0; chunk < 11; chunk++) {
    const created = Array.from({ length: 200 }, (_, i) => person(`Müşteri ${chunk}-${i}`))
    await tablet.do(importCustomers, { importId: newId(), created, merged: [] })
  }
  const [gone, changed] = [person('Yedekten sonra'), person('Ahmet')]
  await tablet.do(addCustomer, gone)
  await tablet.do(addCustomer, changed)
  await tablet.deliver()
  await mehmet.deliver()
  await sql`delete from public.customers where id = ${gone.id}`
  await sql`update private.revs set epoch = gen_random_uuid() where tenant_id = ${world.tenantId}`
  const unsent = person('Henüz gitmedi')
  await mehmet.do(addCustomer, unsent)

  let asked = 0
  const mobile: Transport = async request => {
    if ([2, 4].includes(++asked)) throw new Unreachable()
    return mehmet.carry(request, 'none')
  }
  const { tenantId, userId } = world
  const fetchAll = () => exchange(mehmet.tab(), { tenantId, userId }, mobile)
  for (const note of ['Çayı açık', 'Çayı demli']) {
    await expect(fetchAll()).rejects.toThrow(Unreachable)
    const { cursor } = (await mehmet.tab().standings.get('standing'))!
    expect(cursor!.at).toBeGreaterThanOrEqual(cursor!.bootstrap) // else it would be downloading
    expect(await mehmet.tab().table('customers').count()).toBe(2203)
    await tablet.do(editCustomer, { id: changed.id, note }) // so that it is in two pages
    await tablet.deliver()
  }
  expect(await fetchAll()).toBeNull()
  expect((await mehmet.tab().table('customers').get(changed.id))?.note).toBe('Çayı demli')
  expect(await mehmet.tab().table('customers').get(gone.id)).toBeUndefined()
  expect(await mehmet.tab().table('customers').get(unsent.id)).toBeDefined()
  expect(await mehmet.tab().table('customers').count()).toBe(2202)
  expect(await mehmet.tab().outbox.count()).toBe(0)

  // A new phone has nothing to keep: what has come is there, and need not come again.
  const fresh = world.phone()
  let pages = 0
  const breaks: Transport = async request => {
    if (++pages > 1) throw new Unreachable()
    return fresh.carry(request, 'none')
  }
  await expect(exchange(fresh.tab(), { tenantId, userId }, breaks)).rejects.toThrow(Unreachable)
  expect(await fresh.tab().table('customers').count()).toBeGreaterThan(0)
})

test('[SY9] a phone one version behind is understood, an older one is told to update, a newer one to wait', async () => {
  const speak = (phone: number, server: number) =>
    mehmet.answer(JSON.stringify({ ...emptyRequest(), protocol: phone }), { protocol: server })
  expect(await speak(PROTOCOL, PROTOCOL)).toHaveProperty('answer')
  expect(await speak(PROTOCOL, PROTOCOL + 1)).toHaveProperty('answer')
  expect(await speak(PROTOCOL, PROTOCOL + 2)).toEqual({ refusal: 'protocol-too-old' })
  expect(await speak(PROTOCOL + 1, PROTOCOL)).toEqual({ refusal: 'protocol-too-new' })
})

test('[SY15] a phone the server cannot understand keeps its outbox', async () => {
  await mehmet.do(addCustomer, person('Ahmet'))
  const { tenantId, userId } = world
  const refusal = await exchange(mehmet.tab(), { tenantId, userId }, async () => ({ refusal: 'protocol-too-old' }))
  expect(refusal).toBe('protocol-too-old')
  expect(await waitingCommands(mehmet.tab())).toHaveLength(1)
})

test("[SY15] another person's log-in on this phone does not send this person's outbox", async () => {
  await mehmet.do(addCustomer, person('Ahmet'))
  const request = { ...emptyRequest(), userId: newId() }
  expect(await mehmet.answer(JSON.stringify(request))).toEqual({ refusal: 'not-logged-in' })
})

test('[SY15] what is unsent can be kept as a file', async () => {
  const ahmet = person('Ahmet')
  await mehmet.do(addCustomer, ahmet)
  const file = JSON.parse(await outboxFile(await outboxForFile(mehmet.tab())).text())
  expect(file).toMatchObject({
    app: 'siftah',
    kind: 'outbox',
    commands: [{ tenantId: world.tenantId, name: 'customers.add@1', args: ahmet, status: 'pending' }],
  })
})

test('[SY16] a removed member is told so at his next contact, and nothing of his gets in', async () => {
  const staff = newId()
  await sql`insert into auth.users (id, email) values (${staff}, ${`${staff}@ornek.test`})`
  await sql`insert into public.memberships (tenant_id, user_id, role, name) values (${world.tenantId}, ${staff}, 'staff', 'Kemal')`
  const kemal = world.phone(staff)
  expect(await kemal.deliver()).toBeNull()
  await kemal.do(addCustomer, person('Götürülen'))
  await asUser(world.userId, tx => tx`update public.memberships set removed_at = now() where user_id = ${staff}`)
  expect(await kemal.deliver()).toBe('not-a-member')
  expect(await sql`select id from public.customers where tenant_id = ${world.tenantId}`).toHaveLength(0)
})

describe('[SY18] what a phone lets go of', () => {
  /** A visit so many days ago, written down now. */
  const visit = (daysAgo: number) => {
    const at = (minutes: number) => new Date(Date.now() - daysAgo * 86_400_000 + minutes * 60_000).toISOString()
    return { ...booking(), startsAt: at(0), endsAt: at(30) }
  }
  const visits = async (phone: Phone) => (await phone.rows('appointments')).map(({ id }) => id).sort()
  afterEach(() => void vi.useRealTimers())

  test('is older than 400 days; it keeps the rest, more than a new phone is given', async () => {
    const [today, lastMonth, lastYear, before] = [visit(0), visit(45), visit(399), visit(401)]
    for (const each of [today, lastMonth, lastYear, before]) await mehmet.do(bookAppointment, each)
    await mehmet.deliver()
    await tablet.deliver()
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([today.id, lastMonth.id, lastYear.id].sort())
    expect(await visits(tablet)).toHaveLength(4) // it has not started since

    const fresh = world.phone()
    await fresh.deliver()
    expect(await visits(fresh)).toEqual([today.id])
  })

  test('is never what the server has not answered for yet, nor what it refused and nobody has seen', async () => {
    const [unsent, refused, twin] = [visit(500), visit(600), visit(600)]
    await tablet.do(bookAppointment, twin)
    await tablet.deliver()
    await mehmet.do(bookAppointment, unsent)
    await mehmet.do(bookAppointment, refused)
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([unsent.id, refused.id].sort())

    await mehmet.deliver()
    await mehmet.do(setStatus, { id: twin.id, status: 'no-show' })
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([twin.id])
    await mehmet.deliver()
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([])
    expect(await refusedCommands(mehmet.tab())).toMatchObject([{ reason: 'slot-taken', args: refused }])
  })

  test('is never what is young, though its own clock says that years have passed', async () => {
    const today = visit(0)
    await mehmet.do(bookAppointment, today)
    await mehmet.deliver()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2040-01-01T00:00:00.000Z') })
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([today.id])
  })

  test('is a time that a stranger only kept, once it is over: nobody tells a phone that was away', async () => {
    const [stranger, offered] = [visit(-1), visit(-2)]
    for (const each of [stranger, offered]) await mehmet.do(bookAppointment, each)
    await mehmet.deliver()
    const keep = (id: string, minutes: number) => sql`
      update public.appointments set status = 'held', lapses_at = now() + ${minutes} * interval '1 minute', customer_id = null where id = ${id}`
    await keep(stranger.id, -1)
    await keep(offered.id, 10)
    await mehmet.deliver()
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([offered.id])
  })

  test('comes back when it changes, and goes again', async () => {
    const old = visit(500)
    await tablet.do(bookAppointment, old)
    await tablet.deliver()
    await mehmet.deliver()
    await prune(mehmet.tab())
    await tablet.do(setStatus, { id: old.id, status: 'no-show' })
    await tablet.deliver()
    await mehmet.deliver()
    expect(await mehmet.rows('appointments')).toMatchObject([{ id: old.id, status: 'no-show' }])
    await prune(mehmet.tab())
    expect(await visits(mehmet)).toEqual([])
  })
})

test('[SY7] what is not of the form is refused by name, and what stands beside it goes on', async () => {
  const command = (over: object) => ({
    id: newId(),
    name: 'customers.add@1',
    eventAt: new Date().toISOString(),
    args: person('X'),
    ...over,
  })
  const commands = [
    command({ name: 'customers.fire@1' }),
    command({ name: 'customers.add@99' }),
    command({ eventAt: new Date(Date.now() + 3 * 3_600_000).toISOString() }),
    command({ eventAt: '1970-01-01T00:00:00.000Z' }),
    command({ eventAt: 'yesterday' }),
    command({ args: { ...person('X'), name: '' } }),
    command({ args: { ...person('X'), name: 'a\u0000b' } }),
    command({ args: { ...person('X'), name: '\ud800' } }),
    command({ args: { ...person('X'), name: 'x'.repeat(121) } }),
    command({ args: { ...person('X'), phones: ["'; drop table customers; --"] } }),
    command({ args: null }),
    command({}),
  ]
  const outcome = await mehmet.answer(JSON.stringify({ ...emptyRequest(), commands }))
  const words =
    'answer' in outcome
      ? outcome.answer.results.map(result => ('reason' in result ? result.reason : null) ?? result.status)
      : []
  expect(words.sort()).toEqual(
    [
      'applied',
      'future-dated',
      'past-dated',
      ...Array(7).fill('malformed'),
      'unknown-command',
      'unknown-command',
    ].sort(),
  )
  await mehmet.deliver()
  expect(await names(mehmet)).toEqual(['X'])
})

test('[SY7] what a phone did weeks and months ago, without a network all the while, is taken as it happened', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  for (const days of [399, 56, 21]) await send(mehmet.tab(), addCustomer, person(`${days} gün önce`), daysAgo(days))
  expect(await mehmet.deliver()).toBeNull()
  expect(await mehmet.tab().outbox.count()).toBe(0)
  await tablet.deliver()
  expect((await names(tablet)).sort()).toEqual(['21 gün önce', '399 gün önce', '56 gün önce'])
})

test('[SY13] what a phone with a wrong clock did is kept with its reason, and goes once the clock is right', async () => {
  await send(mehmet.tab(), addCustomer, person('Saatsiz'), new Date(0))
  await mehmet.deliver()
  const [card] = await refusedCommands(mehmet.tab())
  expect(card).toMatchObject({ reason: 'past-dated', args: { name: 'Saatsiz' } })
  await sendAgain(mehmet.tab(), card!.seq!)
  await mehmet.deliver()
  expect(await mehmet.tab().outbox.count()).toBe(0)
  expect(await names(mehmet)).toEqual(['Saatsiz'])
})

test.each([
  ['nothing', null],
  ['a word', 'hello'],
  ['a list', []],
  ['too many commands', { commands: Array(201).fill({}) }],
  ['a foreign cursor', { cursor: { at: 'x' } }],
  ['no shop', { tenantId: 'mine' }],
])('[SY7] a request that is %s is refused whole', async (_, body) => {
  const request = body && !Array.isArray(body) && typeof body === 'object' ? { ...emptyRequest(), ...body } : body
  expect(await mehmet.answer(JSON.stringify(request))).toEqual({ refusal: 'malformed' })
})

test("[SY7] a stranger's shop answers that he is no member of it", async () => {
  const ayse = await openWorld()
  expect(await mehmet.answer(JSON.stringify({ ...emptyRequest(), tenantId: ayse.tenantId }))).toEqual({
    refusal: 'not-a-member',
  })
})

test('one field whose seal is broken shows as empty and keeps nobody from his day', async () => {
  const complain = vi.mocked(console.error).mockImplementation(() => {})
  const [broken, sound] = [person('Bozuk'), person('Sağlam')]
  await mehmet.do(addCustomer, broken)
  await mehmet.do(addCustomer, sound)
  await mehmet.deliver()
  await sql`update public.customers set name = (select name from public.customers where id = ${sound.id}) where id = ${broken.id}`
  await tablet.deliver()
  expect((await names(tablet)).sort()).toEqual([null, 'Sağlam'].sort())
  expect(complain.mock.calls.flat().join()).toContain('unreadable customers.name')
  expect(complain.mock.calls.flat().join()).not.toContain('Sağlam')
  complain.mockClear()
})

const emptyRequest = () => ({
  protocol: PROTOCOL,
  tenantId: world.tenantId,
  userId: world.userId,
  deviceId: newId(),
  cursor: null,
  commands: [],
})
